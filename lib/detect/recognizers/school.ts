import { finder } from '../finder.ts';
import type { Recognizer } from '../recognizer.ts';
import { afterCue, at, candidate, cueWords, reader, underHeading } from './pattern.ts';

const S = '[ \\u00a0]';
const END = '(?![\\p{L}\\p{M}\\p{N}])';
/** A word of a school's name: only a short one ends with a full stop ("St."), or it would be a sentence's. Function words join such words, never begin or end a name. */
const WORD = "(?:(?:\\p{Lu}\\p{L}{0,2}\\.){1,3}|\\p{Lu}(?:[\\p{L}\\p{M}'’-]|\\p{N}(?!\\p{N})){0,20})";
const JOIN = `(?:${S}(?:of|the|for|and|&|de|del|la|las|los|y))`;
const NAME = `${WORD}(?:${JOIN}{0,2}${S}${WORD}){0,4}?`;
const KIND =
  '(?:Elementary|Middle|High|Junior High|Jr\\.? High|Intermediate|Primary|Lower|Upper|Grammar|Preparatory|Montessori|Charter|Magnet|Day|Catholic|Christian|Technical|Regional|Consolidated|Collegiate|International|Early Learning|Dual Language|Alternative|STEM|STEAM|Arts)';
const SUFFIX = `(?:(?:${KIND}${S}){1,3}(?:School(?: for${S}(?:the${S})?${WORD}(?:${S}${WORD})?)?|Academy|Center)|School for${S}(?:the${S})?${WORD}|Academy(?: for (?:Girls|Boys))?|Prep(?:aratory)?|K-?(?:8|12|5|6)|(?:Elementary|Middle|High|Junior High|Intermediate|Primary|Charter|Magnet|Montessori)|El\\.|ES|MS|HS|Elem\\.?)`;
const NAMED_END = finder(new RegExp(`${S}${SUFFIX}${END}`, 'gu'));
const NAMED = new RegExp(`(?<![\\p{L}\\p{N}'’.-])(?:The${S})?(?<name>${NAME})${S}${SUFFIX}${END}`, 'gu');
/** "Red Mesa Technical" is a school after such a word only. */
const PLACED_SUFFIX = `${S}(?:Technical|Tech|Vocational|Early College|Junior[-–/ ]Senior(?: High)?|Regional|Consolidated|Christian|International|Collegiate|Preparatory|Unified|STEM)${END}`;
const PLACED_END = finder(new RegExp(PLACED_SUFFIX, 'gu'));
const PLACED = new RegExp(`(?<=(?:at|from|to|School:|now|de)${S})(?<name>${NAME})${PLACED_SUFFIX}`, 'gu');
const NUMBERED = finder(
  /(?<![\p{L}\p{N}])(?:P\.?S\.?|I\.?S\.?|M\.?S\.?|J\.?H\.?S\.?|CBTIS|CETIS|COBACH)[ #\u00a0]{1,2}\d{1,3}(?![\p{L}\p{N}]|[.:%]\d)/gu,
);
const SPANISH = finder(
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?:Escuela|Colegio|Instituto|IES|CEIP|Liceo|Preparatoria|(?<=[Ee]scuela )Primaria|Primaria|Secundaria|Kínder|Jard[ií]n de Niños)(?:${S}(?:Primaria|Secundaria|Preparatoria|Superior|Elemental|Intermedia|Técnica|Nacional|Bilingüe))?(?:${S}(?:de|del))?)${S}(?<name>${WORD}(?:(?:${S}(?:de|del|la|las|los|y)){0,2}${S}${WORD}){0,4})${END}`,
    'gu',
  ),
);
/** Words that begin a phrase about any school: "Our Middle School", "Welcome to High School". */
const GENERIC =
  /^(?:How|The|Our(?! Lady)|My|Your|Their|His|Her|This|That|Every|Each|Any|New|Public|Private|Local|Area|Former|Previous|Old|Attend(?:ing)?|American|Title|Welcome|Dear|For|In|At|From|And|To|All|Most|Some|Many|A|An|Grade|Grades|Teach(?:ing)?|Early|Upper|Lower|Junior|Senior|Honors|Middle|High|Elementary|Primary|Charter|Magnet|Low|Very|Too|School|District|Catholic|Christian|Online|Virtual|Summer|Sunday|Math|Science|Reading|Writing|English|History|Art|Music|Spanish|STEM|Military|Naval|Police|Khan|Vocabulary|Unit|Lesson|Common|If|When|As|On|Is|Are|No|Not|Bloom|Ages?|K|Super|Subject|Ms|Mr|Mrs|Dr|Level|So|Sky|Sea|Medium|Score|Range|Risk|Tier|Self|Fine|Academy|Royal|National)(?![\p{L}])/u;
const ANY_SCHOOL = /^(?:la |una )?escuela (?:primaria|secundaria|preparatoria)$/i;
/** Schools of books and films, and academies of science and arms. */
const PUBLIC =
  /Hogwarts|Beauxbatons|Durmstrang|Sunnydale|Bayside|East High$|West Point|Khan Academy|Xavier|Rydell|Ridgemont|Welton|Naval Academy|Air Force Academy|Royal Academy|Academy Award|Little Rock Central|Columbine|Sandy Hook|Marjory Stoneman|Plato/;
const AFTER =
  /^(?: Musical| Ages| Court| Renaissance| Kingdom| Priority| Level| Five| Stakes| Score| Frequency| Needs?| Risk| Tide| Ground| East| English| Math| Grades?| Band| Passage| Voltage| Pressure| Temperature| Street)/;

const CUES = cueWords(
  '(?:previous|last|prior|new|old|home|current|sending|receiving|transferring|feeder) school|school of origin|attending|(?:transfer(?:red|s|ring)?|com(?:es|ing)(?: to us)?|moved|new) (?:here )?(?:from|to)|(?:he|she) was at|leaves us (?:on [a-z]{6,9} )?for|registrar at|teach(?:es|ing)? at|taught at',
  'la escuela|escuela(?: de procedencia| que recibe| anterior)?|plantel|colegio|centro|estudia en',
);
/** Behind "school:" or "transferred from" a name in capitals will do; it ends before a comma, a bracket or the line's end. */
const BARE = reader(
  new RegExp(
    `(?!(?:${GENERIC.source.slice(4, -12)})${END})${WORD}(?:${JOIN}{0,2}${S}${WORD}){1,4}${END}`,
    'uy',
  ),
);
const SAINT = finder(
  /(?<![\p{L}\p{N}])St\.? [\p{Lu}][\p{L}]{2,14}['’]s(?![\p{L}])(?! (?:Day|Eve|Hospital|Cathedral|Basilica|Church|Square|Wort))/gu,
);

/** Names of schools. "Middle school" alone is none. */
export const school: Recognizer = {
  id: 'school',
  categories: ['school'],
  description: 'Names of schools.',
  rulesOut({ text }, { start, end }) {
    const name = text.slice(start, end);
    const written = /\p{Lu}/u.test(name) || !/\p{Lu}\p{Ll}/u.test(text);
    return (
      !written ||
      ANY_SCHOOL.test(name) ||
      GENERIC.test(name) ||
      PUBLIC.test(name) ||
      AFTER.test(text.slice(end, end + 14))
    );
  },
  find(doc) {
    const { text } = doc;
    const found = [];
    for (const matches of [
      NAMED_END(doc).length > 0 ? text.matchAll(NAMED) : [],
      PLACED_END(doc).length > 0 ? text.matchAll(PLACED) : [],
      SPANISH(doc),
    ]) {
      for (const match of matches) {
        const name = match.groups!.name!;
        const end = match.index + match[0].length;
        if (GENERIC.test(name) || PUBLIC.test(match[0]) || AFTER.test(text.slice(end, end + 14))) continue;
        found.push(candidate('school', match.index, end, 0.94, 'shape'));
      }
    }
    for (const match of NUMBERED(doc)) {
      found.push(candidate('school', match.index, match.index + match[0].length, 0.85, 'shape'));
    }
    for (const match of SAINT(doc)) {
      found.push(candidate('school', match.index, match.index + match[0].length, 0.7, 'shape'));
    }
    const cued = [...afterCue(doc, CUES, BARE)].filter(({ start }) =>
      /(?:school|escuela|plantel|centro|colegio|procedencia|recibe|origin|attending)["*: ]{1,3}$/i.test(
        text.slice(Math.max(0, start - 16), start),
      ),
    );
    found.push(...at(cued, 'school', 0.72));
    found.push(
      ...at(
        underHeading(doc, /^(?:school|(?:last|previous|home) school|escuela|plantel)$/, BARE),
        'school',
        0.75,
      ),
    );
    return found;
  },
};
