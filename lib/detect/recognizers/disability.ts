import type { TextDocument } from '../document.ts';
import { FLAG, type Gazetteer } from '../names/gazetteer.ts';
import { CALENDAR, PLACES, PUBLIC_SINGLE_NAMES } from '../names/known.ts';
import type { Recognizer } from '../recognizer.ts';
import { candidate } from './pattern.ts';
import { KIN_WORDS, TITLES } from './person-cues.ts';

const S = '[ \\u00a0-]';
/** Categories of IDEA (34 CFR 300.8) and what teachers call them. Acronyms that are also words only in capitals. */
const TERMS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[
    '[Ii]ndividualized [Ee]ducation (?:[Pp]rogram|[Pp]lan)',
    "IEP(?:['’]?s)?",
    `504(?:${S}(?:[Pp]lan|[Aa]ccommodations?))`,
    '(?<=\\b(?:has|had|have|on|her|his|their|a) (?:a )?)504',
    'ADHD',
    'ADD(?= |[.,;]|$)',
    'ASD',
    'SLD',
    '[Aa]utis(?:m(?: spectrum disorder)?|tic)',
    "[Aa]sperger(?:['’]?s)?(?: syndrome)?",
    '[Dd]ys(?:lexi[ac]|graphi[ac]|calculi[ac]|praxi[ac])',
    '(?:[Ss]pecific )?[Ll]earning disabilit(?:y|ies)',
    '[Ii]ntellectual(?:ly)? disab(?:ility|ilities|led)',
    '[Ss]peech(?: or language)? (?:impairment|delay|disorder)',
    '[Ss]tutters?',
    '[Dd]own syndrome',
    '[Cc]erebral palsy',
    "[Tt]ourette(?:['’]?s)?(?: syndrome)?",
    '(?:[Hh]earing|[Vv]isual(?:ly)?|[Oo]rthopedic) impair(?:ed|ment)',
    '[Hh]earing loss',
    '[Ll]egally blind',
    '[Ee]motional(?:ly)? disturb(?:ance|ed)',
    '[Ss]ensory processing disorder',
    '[Ss]pecial ed(?:ucation)?(?! teacher)',
    'SPED',
    '[Ww]heelchair',
  ].join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
);

const ONE_PERSON = new Set('he she him her his hers hes shes himself herself'.split(' '));
const ONE = new Set('a an one my this that the his her new another our'.split(' '));
const PERSON_NOUNS = new Set('student pupil kid child boy girl learner'.split(' '));

/** Whether a sentence is about one person, named or not. "Students with ADHD" is not. */
function aboutPerson(doc: TextDocument, gazetteer: Gazetteer, index: number): boolean {
  const sentence = doc.sentences[index];
  if (!sentence) return false;
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    const token = doc.tokens[i]!;
    if (token.kind !== 'word') continue;
    if (ONE_PERSON.has(token.key)) return true;
    if (PERSON_NOUNS.has(token.key) && ONE.has(doc.tokens[i - 1]?.key ?? '')) return true;
    if (TITLES.has(token.key) && token.shape === 'capital') return true;
    if (KIN_WORDS.has(token.key) && ONE.has(doc.tokens[i - 1]?.key ?? '')) return true;
    if (token.shape !== 'capital' && token.shape !== 'upper') continue;
    const flags = gazetteer.flagsOf(token.key);
    const known = PLACES.has(token.key) || CALENDAR.has(token.key) || PUBLIC_SINGLE_NAMES.has(token.key);
    if (
      flags & FLAG.given &&
      !(flags & FLAG.word && token.first) &&
      !(flags & FLAG.word && token.shape === 'upper') &&
      !known
    )
      return true;
  }
  return false;
}

const GROUP =
  /(?<![\p{L}])(?:students|children|kids|learners|people|teachers|pupils|individuals|families)(?![\p{L}])/iu;

/** Disabilities and plans, said of one person in the draft. */
export function disability(gazetteer: Gazetteer): Recognizer {
  return {
    id: 'disability',
    categories: ['disability'],
    description: 'A disability or support plan of one person.',
    find(doc) {
      const found = [];
      let index = 0;
      for (const match of doc.text.matchAll(TERMS)) {
        const start = match.index;
        while (index < doc.sentences.length - 1 && doc.sentences[index]!.end <= start) index++;
        const sentence = doc.sentences[index]!;
        const here = aboutPerson(doc, gazetteer, index);
        // "Maya is in 5th grade. Has dyslexia." goes on about Maya; "Maya came. Students with ADHD ..." does not.
        const before =
          !GROUP.test(doc.text.slice(sentence.start, sentence.end)) && aboutPerson(doc, gazetteer, index - 1);
        if (here || before) {
          found.push(
            candidate('disability', start, start + match[0].length, here ? 0.85 : 0.7, 'about-person'),
          );
        }
      }
      return found;
    },
  };
}
