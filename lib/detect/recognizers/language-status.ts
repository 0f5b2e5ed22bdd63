import type { Gazetteer } from '../names/gazetteer.ts';
import type { Recognizer } from '../recognizer.ts';
import { statement } from '../statement.ts';

const LANGUAGE =
  "(?:spanish|arabic|hmong(?: green)?|somali|mandarin|cantonese|chinese|vietnamese|russian|ukrainian|portuguese|french|(?:haitian )?creole|swahili|karen|burmese|nepali|dari|pashto|farsi|urdu|hindi|punjabi|tamil|bengali|korean|japanese|tagalog|navajo|polish|bosnian|norwegian|quechua|k'?iche'?|mam|q'?anjob'?al|twi|amharic|tigrinya|lao|khmer|kazakh|marshallese|chuukese|samoan|english)";

/** English learner status, levels, home language and interpreters. */
const CUES = [
  '(?:multilingual learner|language learner|bilingual (?:program|classroom|aide)|dual language program|sheltered english|LPAC|long(?: |-)term el|SIFE|SLIFE|limited formal schooling|heavy accent|translates? for (?:his|her|their) (?:mom|mother|parents|family|dad)|nivel de inglés|segundo idioma)',
  '(?:newcomer(?:s|,? level \\d)?(?: program)?|(?:an? )?(?:ell|esl|eld|emergent bilingual) (?:student|kid|level|program|services|pull(?: |-)?out|class|support|\\d)(?: ?\\d(?:\\.\\d)?)?|el (?:student|level|services)|(?:has been|is|in|exited|stays? in|still in|exits?|an?) (?:an? )?(?:esl|eld|ell|el|mll?|lep)(?: level \\d| services| last \\p{L}{4,6})?|limited english|english (?:language )?learner)',
  '(?:wida|elpac|telpas|elpa(?:21)?|access (?:score|composite))(?: overall| composite| score| level)? ?\\d(?:\\.\\d)?|composite \\d\\.\\d|(?:eld |esl |language )?level \\d\\.\\d|english moved from level|entering level|emerging level|emerging(?= *,)|reclassified(?: fluent)?|RFEP|exited (?:el|ell|esl|english)(?: \\p{L}{4,8})?|tested out|parents denied services',
  `(?:speaks?|reads?|talks?|understands?|knows?|habla|hablan|hablando|entiende) (?:(?:only|mostly|no|little|some|good|fluent|a little|solo|poco|white|at home|very little) ){0,2}${LANGUAGE}`,
  `(?:no|little|limited|broken|first language|mostly|prefers|new to|learning|aprendiendo|still gets the|first year of) (?:is )?(?:english|español|inglés|${LANGUAGE})`,
  `${LANGUAGE} (?:at home|only(?: at home)?|speaker|speaking|is (?:the|his|her|their) (?:first |home |second )?language|is first language|first|glossary|interpreter|(?:is the )?language of the home)`,
  `(?:home|first|native|second) language(?: learned| spoken| is|:)?[ \\t.:]{0,8}${LANGUAGE}?|(?:interpreter|translator) (?:needed|requested|for)|needs? (?:an? |a \\p{L}{4,10} )(?:interpreter|translator)`,
  '(?:en casa (?:se )?hablan?|habla (?:poco|solo|muy poco|hmong|mam|navajo|quechua)(?: español| inglés)?|programa bilingüe|está aprendiendo (?:español|inglés)|lengua materna|intérprete|idioma (?:en casa|del hogar)|primer idioma|no habla (?:español|inglés))',
  '(?:home[ _]lang(?:uage)?|first language|native language|language survey|language at home|language|idioma(?: del hogar)?|lengua materna)[ \\t.]{0,6}:[ \\t]{0,6}[^\\r\\n,;|]{3,25}',
];
const EXACT = ['(?:EL|ELL|ML|LEP|ELD|ESL)(?: ?\\d(?:\\.\\d)?)?', '(?:his|her|an) EL'];
/** Headings of an export, and the cells that count. */
const COLUMN = {
  heading: /^(?:home[ _]?lang(?:uage)?|language|idioma|ell?|lep|wida|el[ _]?(?:status|level))$/iu,
  value: /^(?!(?:n|no|english|inglés|eng|-+|—|)$)/iu,
};

/** Language status, said of one person or family in the draft. */
export function languageStatus(gazetteer: Gazetteer): Recognizer {
  return statement(
    {
      category: 'language-status',
      description: 'English learner status or home language of one person.',
      cues: CUES,
      column: COLUMN,
      exact: EXACT,
      unless:
        /\b(?:programming language|language: (?:python|java|javascript)|english (?:class|teacher|department|9|10|11|12))/iu,
    },
    gazetteer,
  );
}
