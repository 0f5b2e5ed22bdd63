import { finder } from '../finder.ts';
import type { Recognizer } from '../recognizer.ts';
import { at, candidate, type ReadValue, reader, underHeading } from './pattern.ts';

const CODE =
  '(?:#|no\\.? ?|number )?(?:[A-Z]{1,4}-?\\d{1,4}|\\d{1,4}-?[A-Z]{0,2}|[A-Z])(?![\\p{L}\\p{N}]|[.:/%]\\d)';
const SAID =
  '(?:number )?(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a|b)(?![\\p{L}])){0,3}(?! (?:minutes|hours|times|kids|students|people|days))(?![\\p{L}])';
const THING =
  '(?:[Bb]us(?:e?s)?|BUS|[Rr]oute|ROUTE|[Rr]uta|RUTA|[Vv]an|[Cc]ab|[Ll]ockers?|LOCKERS?|[Cc]ubby|[Cc]asillero|[Aa]utob[uú]s|[Cc]ami[oó]n|[Gg]uagua|[Gg]ym basket|[Cc]arpool tag|[Cc]ar line tag|[Hh]omeroom|[Hh]m[ ]?[Rr]m|HR|[Pp]arada|[Ss]top|[Ss]eat|[Aa]siento|[Pp]ortable|[Tt]railer)';
const NUMBERED = finder(
  new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:(?:early|late|special transport) )?${THING}(?: (?:numbers?|no\\.|is(?: now)?|es(?: el| la)?|#))?[ \\u00a0:]{1,3}(?<code>(?:[Rr]oute |Rt )?(?:${CODE}|${SAID})(?: [APap]\\.?[Mm]\\.?(?![\\p{L}]))?)`,
    'gu',
  ),
);
/** A room is a child's only with a time or period, or where the child goes. */
const ROOM = finder(
  /(?<![\p{L}\p{N}-])(?:[Rr]oom|ROOM|[Rr][mM]\.?|[Ss]al[oó]n|[Aa]ula) (?:\d{1,4}[A-Z]?|[A-Z]-?\d{1,4}),? (?:(?:during|at|in|@) )?(?:\d{1,2}(?:st|nd|rd|th)(?: (?:period|hour|pd))?|\d{1,2}:\d\d|(?:pd|per|period|hour|p)\.? ?\d|turno de la [\p{L}]{4,6})(?![\p{L}\p{N}])/gu,
);
/** What tells a child's bus from a timetable: somebody rides, takes, leaves or has it. */
const HEADING =
  /^(?:(?:am |pm |school )?bus(?: ?(?:#|no|number|route|assigned))?|route|(?:am|pm) bus|locker(?: ?(?:#|no|number))?|homeroom|hr|room|rm|seat|stop|transport(?:ation)?|dismissal|group|ruta|casillero|sal[oó]n|going home)$/;
const VALUE: ReadValue = reader(
  /(?:(?:bus|route|rt|rm|room|van|cab|ruta|number|#|SPED)[ -]?)?(?:[A-Z]{1,3}-?\d{1,4}|\d{1,4}-?[A-Z]{0,2}|walk(?:er)?|car|van|pick-?up)(?: (?:AM|PM))?(?![\p{L}\p{N}]|[.:/]\d)/iuy,
);

/** Bus, locker, homeroom and seat numbers; rooms with a period or time. */
export const logistics: Recognizer = {
  id: 'logistics',
  categories: ['logistics'],
  description: 'Where a child can be found: bus, locker, seat, room with a period.',
  find(doc) {
    const found = [];
    for (const match of NUMBERED(doc)) {
      // "a bus I take": a single letter is a name only where it is no word.
      if (/ [AI]$/.test(match[0])) continue;
      found.push(candidate('logistics', match.index, match.index + match[0].length, 0.75, 'shape'));
    }
    for (const match of ROOM(doc)) {
      found.push(candidate('logistics', match.index, match.index + match[0].length, 0.75, 'shape'));
    }
    found.push(...at(underHeading(doc, HEADING, VALUE), 'logistics', 0.8));
    return found;
  },
};
