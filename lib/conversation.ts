/** Which addresses of an AI site are one conversation. Sites change them without a load. */

/** A part of a path that names one conversation: long, with a digit ("/c/67f0a1b2-…", "/app/4d1c09e2f7"). */
const ID = /\/(?=[^/]*\d)[\w-]{8,}(?:\/|$)/;

/**
 * Asks whether something is said for the first time in a conversation: the function that comes back takes the path of
 * the frame's address and answers true once for each. A new chat that gets its address at the first send is the same
 * conversation.
 */
export function oncePerConversation(): (path: string) => boolean {
  let said: string | null = null;
  return (path) => {
    const same = said !== null && (path === said || !ID.test(said) || path.startsWith(`${said}/`));
    said = path;
    return !same;
  };
}
