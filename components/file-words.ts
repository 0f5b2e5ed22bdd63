/** What is said of a file and its parts. */
import type { FilePart, Unread } from '../lib/files/file.ts';
import type { Translate } from '../lib/locale.ts';

/** The heading of a part. */
export function partHeading({ kind, name, hidden }: FilePart, t: Translate): string {
  const heading = t(`part.${kind}`, name);
  return hidden ? t('part.hidden', heading) : heading;
}

/** What was not read, in one sentence; empty where all of it was. */
export function unreadWords(unread: Unread[], t: Translate): string {
  const parts = unread.map(({ what, times }) => t(`unread.${what}`, times));
  return parts.length > 0 ? t('file.unread', parts.join(', ')) : '';
}
