/** Which addresses of an AI site are one conversation. Sites change them without a load. */

/** A part of a path that names one conversation: long, with a digit ("/c/67f0a1b2-…", "/app/4d1c09e2f7"). */
const ID = /\/(?=[^/]*\d)[\w-]{8,}(?:\/|$)/;

/**
 * Whether two addresses that follow each other in a tab are one conversation: the same one, or a new chat that got its
 * address when the first message was sent.
 * @param before host and path
 * @param now host and path
 * @param opened the teacher went there, by a link or by going back: then it is another conversation
 */
export function continues(before: string, now: string, opened: boolean): boolean {
  if (before === now) return true;
  if (opened) return false;
  return now.startsWith(`${before}/`) || (!ID.test(before) && ID.test(now));
}
