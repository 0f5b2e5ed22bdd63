import { finder } from '../finder.ts';
import type { Recognizer } from '../recognizer.ts';
import { candidate } from './pattern.ts';

/** Longest link that is read; browsers and chats cut them at about this length. */
const URL_TEXT =
  /(?<![\p{L}\p{N}@])(?:https?:\/\/)?(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,12}\/[^\s<>"“”]{1,2000}/giu;

/** The end of the host of each. */
const HOST_END = finder(/\.[a-z]{2,12}\//giu);

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
  [/(?:^|\.)padlet\.com$/, /^\/[^/]+\/./],
  // A meeting room or a redirection to a file, whoever runs it.
  [/./, /^\/(?:rooms?\/[\w-]{3,}|redir\?resid=)/],
];

/** First labels of hosts that lend rooms and files, whoever runs them, and those whose links need an opaque part. */
const ROOMS = /^(?:meet|zoom|call|drive|forms|files|photos|classroom|sign|sped|iep|teams|telehealth|webex)\./;
const SHELVES = /^(?:docs|share|onedrive|maps|sites|video|videos|photo|cloud|folder|portal|portfolio)\./;
const OPAQUE =
  /[?&](?:k|key|pwd|token|share|id|code|invite)=|\/(?:d|v|j|p|s|f|e|b)\/|\/[\w-]*\d[\w-]*$|\/(?:sheets?|folders?|document|file|gradebook)\b|\/:[a-z]:\/|^\/place\//;
/** What a teacher writes before a link to a file about a child. */
const SAID =
  /(?:(?:meeting|data|video|zoom|portfolio|evaluation|folder|screenshots?|drive|homebound) (?:link|sheet|folder|saved at|here)|data sheets?|due: see|enlace|carpeta)[^.\n]{0,24}$/i;
/** Public places under any such name: manuals, shops, the press. */
const KNOWN_PUBLIC =
  /(?:^docs\.(?:google|python|microsoft)|wikipedia|khanacademy|youtube|readthedocs|mozilla|\.gov$|(?:^|\.)(?:zoom\.us|google\.com|microsoft\.com|webex\.com)$)/;
const DICTATED = finder(
  /(?<![\p{L}\p{N}])(?:meet|zoom|drive|docs|forms|share|files|classroom) dot [a-z0-9]{2,24}(?: dot [a-z0-9]{2,12}){1,3} slash [a-z0-9-]{2,24}(?: slash [a-z0-9-]{1,24}){0,3}/giu,
);

/** Whether a host and path lead to somebody's own file, room or folder. */
function isPrivate(host: string, path: string, before: string): boolean {
  if (PRIVATE.some(([h, p]) => h.test(host) && p.test(path))) return true;
  if (KNOWN_PUBLIC.test(host) || path.length < 2) return false;
  if (ROOMS.test(host)) return true;
  return (SHELVES.test(host) && OPAQUE.test(path)) || SAID.test(before);
}

/** Links to private files, courses and meetings. Public sites are no finding. */
export const link: Recognizer = {
  id: 'link',
  categories: ['link'],
  description: 'Links to files, courses and meetings that are not public.',
  find(doc) {
    const { text } = doc;
    const found = [];
    for (const match of HOST_END(doc).length > 0 ? text.matchAll(URL_TEXT) : []) {
      const url = match[0].replace(/[.,;:!?)\]}'’*_]+$/, '');
      const bare = url.replace(/^https?:\/\//i, '');
      const slash = bare.indexOf('/');
      const host = bare.slice(0, slash).toLowerCase();
      const path = bare.slice(slash);
      if (slash > 0 && isPrivate(host, path, text.slice(Math.max(0, match.index - 60), match.index))) {
        found.push(candidate('link', match.index, match.index + url.length, 0.95, 'private-link'));
      }
    }
    for (const match of DICTATED(doc)) {
      found.push(candidate('link', match.index, match.index + match[0].length, 0.85, 'private-link'));
    }
    return found;
  },
};
