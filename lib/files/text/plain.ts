/** Text without marks of its own: txt and md. */
import { plain, type Reading, section } from '../source-text.ts';

/** Any string is fine. */
export function readPlain(source: string): Reading {
  const body = section('body', [{ text: source, from: 0, write: plain }]);
  return { sections: body ? [body] : [], unread: [] };
}
