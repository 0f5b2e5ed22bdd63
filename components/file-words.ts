/** What is said of a file and its parts. */
import type { FilePart, Unread } from '../lib/files/file.ts';
import type { Translate } from '../lib/locale.ts';

/** The heading of a part. */
export function partHeading({ kind, name, hidden }: FilePart, t: Translate): string {
  const heading = kind === 'notes' && name ? t('part.notes-of', name) : t(`part.${kind}`, name);
  const isNamed = name === '' || ['page', 'sheet', 'slide', 'notes'].includes(kind);
  const whole = isNamed ? heading : `${heading}: ${name}`;
  return hidden ? t('part.hidden', whole) : whole;
}

/** What was not read, in one sentence; empty where all of it was. */
export function unreadWords(unread: Unread[], t: Translate): string {
  const parts = unread.map(({ what, times }) => t(`unread.${what}`, times));
  return parts.length > 0 ? t('file.unread', parts.join(', ')) : '';
}
