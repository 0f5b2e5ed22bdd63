import { finder } from '../finder.ts';
import type { Recognizer } from '../recognizer.ts';
import { candidate } from './pattern.ts';

const PERSON =
  '(?:kid|child|student|pupil|boy|girl|grader|kindergartner|freshman|sophomore|junior|senior|family|teen(?:ager)?|learner|twins?|triplets?|user|pitcher|goalie|player|sibling|one with|person)s?';
const WORDS = (most: number) => `(?:[\\p{L}\\p{N}'’-]{1,18} ){0,${most}}?`;
const PLACE = '(?: (?:in|on|at|of|with|from) (?:[\\p{L}\\p{N}\'’-]{1,18}(?: |(?=[.,;)"”\\n]|$))){1,7})?';
const ONLY = finder(
  new RegExp(
    `(?<![\\p{L}])(?:(?:the|our|my|his|her) (?:only|sole|one)|one of (?:only )?(?:two|three)|only|sole)(?: other)? (?<trait>${WORDS(4)})${PERSON}(?![\\p{L}'’])${PLACE}`,
    'giu',
  ),
);
const SPANISH = finder(
  /(?<![\p{L}])(?:(?:la|el|una?|mi|nuestr[oa]) )?[uú]nic[oa] (?<trait>(?:[\p{L}]{1,14} ){0,2}?)(?:alumn[oa]|ni[ñn][oa]|estudiante|familia|chic[oa])(?: [\p{L}]{2,14}){0,8}/giu,
);
/** Groups that can make a child the only one; without one the words must name a place: "the only girl on the dance team". */
const TRAIT =
  /(?:black|white|asian|latin[oax]|hispanic|native|hmong|tongan|somali|jewish|muslim|sikh|hindu|christian|deaf|blind|wheelchair|autistic|adopted|foster|homeless|transgender|trans|nonbinary|gay|immigrant|refugee|bilingual|albino|twin|triplet|left-handed|diabetic|pregnant|\b\p{Lu}\p{Ll}+(?:an|ese|ish|i|ic|ong|o)\b|sord[oa]|cieg[oa]|ind[ií]gena|negr[oa])/iu;
const BOUNDED =
  /(?: (?:in|on|of) (?:the|our|my|this|that|his|her|all|three|two|eighth|seventh|sixth|fifth|fourth|third|second|first|\d)|[ ](?:en|de) (?:la|el|esta|mi))/iu;
/** "The only student who tried" says nothing that others could know the child by. */
const WHO = /^ (?:who|that|to (?!ever)|que)(?![\p{L}])/u;
const NOT = /(?:not|n['’]t|never|no es|no eres|are you)[ ](?:the |la |el )?$/iu;
/** "Only students in grade 4 may enter": of many. */
const GROUP =
  /^(?:only|solo) (?:students|pupils|children|kids|families|members|estudiantes|alumnos|ni[ñn]os)(?!\p{L})/iu;
const EVER = finder(
  /(?<![\p{L}])(?:the first|our only|the only|the state['’]s youngest) (?:[\p{L}'’-]{1,18} ){1,3}(?:ever )?to (?:[\p{L}'’-]{2,18} ){1,5}[\p{L}'’-]{2,18}/giu,
);

/** Somebody whom an event or an aid tells from all others. */
const TOLD = finder(
  /(?<![\p{L}])the (?:state|school|town|county)['’]s (?:youngest|oldest|tallest|first) [\p{L}-]{3,14}(?: [\p{L}-]{3,14})?|(?<![\p{L}])the (?:boy|girl|kid|child|student|twins?|triplet) who (?:survived|uses an?|has an?|was (?:shot|kidnapped|struck)|lost (?:his|her|their|both)|came out as) [\p{L}-]{2,14}(?: [\p{L}-]{2,14}){1,4}/giu,
);

/** What tells one child from all others: "the only Hmong 8th grader", "one of two deaf kids". */
export const rareTrait: Recognizer = {
  id: 'rare-trait',
  categories: ['rare-trait'],
  description: 'A trait that only one child, or very few, can have.',
  rulesOut: ({ text }, { start, end }) =>
    NOT.test(text.slice(Math.max(0, start - 12), start)) || GROUP.test(text.slice(start, end)),
  find(doc) {
    const { text } = doc;
    const found = [];
    for (const find of [ONLY, SPANISH]) {
      for (const match of find(doc)) {
        const start = match.index;
        const value = match[0].trimEnd();
        const end = start + value.length;
        if (NOT.test(text.slice(Math.max(0, start - 12), start))) continue;
        const trait =
          TRAIT.test(match.groups!.trait!) || TRAIT.test(value.split(/ (?:in|on|at|of|en|de) /)[0]!);
        if (!trait && (!BOUNDED.test(value) || WHO.test(text.slice(end, end + 6)))) continue;
        found.push(candidate('rare-trait', start, end, trait ? 0.85 : 0.75, 'about-person'));
      }
    }
    for (const match of EVER(doc)) {
      if (
        /(?:student|child|kid|boy|girl|falconer|grader)/i.test(match[0]) &&
        /(?:ever|blind|deaf|win|our only)/i.test(match[0])
      )
        found.push(candidate('rare-trait', match.index, match.index + match[0].length, 0.65, 'about-person'));
    }
    for (const match of TOLD(doc)) {
      found.push(candidate('rare-trait', match.index, match.index + match[0].length, 0.6, 'about-person'));
    }
    return found;
  },
};
