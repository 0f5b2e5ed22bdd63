import type { Recognizer } from '../recognizer.ts';
import { candidate } from './pattern.ts';

/** Longest link that is read; browsers and chats cut them at about this length. */
const URL_TEXT =
  /(?<![\p{L}\p{N}@])(?:https?:\/\/)?(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,12}\/[^\s<>"“”]{1,2000}/giu;

/** Hosts (or ends of hosts) and paths of private files, courses and meetings. */
const PRIVATE: readonly (readonly [host: RegExp, path: RegExp])[] = [
  [/^docs\.google\.com$/, /^\/(?:a\/[^/]+\/)?(?:document|spreadsheets|presentation|forms|drawings)\//],
  [/^(?:drive|sites)\.google\.com$/, /^\/(?:file|drive|open|d|u|folderview)/],
  [/^classroom\.google\.com$/, /^\/(?:u\/\d\/)?[chwr]\//],
  [/^(?:photos\.app\.goo\.gl|forms\.gle|1drv\.ms)$/, /^\/./],
  [/^meet\.google\.com$/, /^\/[a-z]{3}-?[a-z]{4}-?[a-z]{3}/],
  [/(?:^|\.)zoom\.us$/, /^\/(?:j|my|w|s|rec)\//],
  [/^teams\.(?:microsoft|live)\.com$/, /^\/(?:l|meet|_#)\/?/],
  [/\.sharepoint\.com$/, /^\/./],
  [/^onedrive\.live\.com$/, /^\/./],
  [/(?:^|\.)dropbox\.com$/, /^\/(?:s|sh|scl|home)\//],
  [/(?:^|\.)box\.com$/, /^\/(?:s|file|folder)\//],
  [/\.instructure\.com$/, /^\/(?:courses|users|groups|files)\//],
  [/(?:^|\.)schoology\.com$/, /^\/(?:course|user|group|assignment)s?\//],
  [/\.powerschool\.com$/, /^\/./],
  [
    /\.(?:infinitecampus\.(?:org|com)|skyward\.com|aeries\.net|blackbaud\.school|brightspace\.com|blackboard\.com)$/,
    /^\/./,
  ],
  [/^(?:app|web)\.seesaw\.me$/, /^\/./],
];

/** Links to private files, courses and meetings. Public sites are no finding. */
export const link: Recognizer = {
  id: 'link',
  categories: ['link'],
  description: 'Links to files, courses and meetings that are not public.',
  find({ text }) {
    const found = [];
    for (const match of text.matchAll(URL_TEXT)) {
      const url = match[0].replace(/[.,;:!?)\]}'’*_]+$/, '');
      const bare = url.replace(/^https?:\/\//i, '');
      const slash = bare.indexOf('/');
      const host = bare.slice(0, slash).toLowerCase();
      const path = bare.slice(slash);
      if (slash > 0 && PRIVATE.some(([h, p]) => h.test(host) && p.test(path))) {
        found.push(candidate('link', match.index, match.index + url.length, 0.95, 'private-link'));
      }
    }
    return found;
  },
};
