import { finder } from '../finder.ts';
import type { Recognizer } from '../recognizer.ts';
import { afterCue, anyOf, at, candidate, code, cueWords, spoken, underHeading } from './pattern.ts';

const CUES = cueWords(
  'tags?(?= #?[A-Z]{1,3}-)',
  '(?:court |police |cps |snap |tanf |mckinney-vento |mv )?case(?: (?:no|number|#))?|caso|expediente(?: m[eé]dico(?: en la escuela)?)?|exp\\.|folio|juzgado|oficio',
  'docket|cause(?: no)?|order on file|restraining order|custody (?:paperwork|papers|order)|warrant',
  '(?:discipline |disciplinary )?(?:incident|referral|police|intake|hotline)(?: (?:report|no|number|#))|ref(?:erence)?(?: (?:no|number))?|ref erra1|confirmation|intake',
  'medicaid,?|medi-cal|medicare|chip|hmsa|blue (?:cross|shield)|kaiser|aetna|tricare|bcbs',
  '(?:medical |health |travel |auto )?insurance|insurer|(?:insurance |medical )?policy|p[oó]liza(?: del? seguro)?|seguro(?: m[eé]dico)?|plan(?= [A-Z]{2})',
  'member(?: id)?|group(?= (?:no|number|#))|claim|rx|prescription',
  'mrn|mr#|chart|record(?: (?:no|number|#))|patient(?: (?:id|no|number))|cl[ií]nica (?:no|n[uú]mero)|med ica id|medica id',
  'a-?number|alien (?:registration )?(?:number|no)|uscis(?: (?:number|#))?|asylum(?: case)?(?: (?:number|no|#))?|asilo',
  '(?:chromebook|device|laptop|ipad|tablet|hotspot)(?: (?:tag|asset|serial))?|asset(?: tag)?|serial|lock serial|barcode',
  '(?:library |bus )?(?:card|pass)(?= (?:no\\.? )?#?[A-Z\\d])|pass(?= (?:no|number))',
  '(?:parking )?(?:permit|badge)|voucher(?: code)?|sub(?= #)|interpreter(?= #)|tribal roll|agency id|applica(?:tion|nt)(?: (?:no|number))?|tracking',
  'no\\. de (?:caso|p[oó]liza|expediente)|n[uú]mero de (?:caso|p[oó]liza)|n[uú]m\\. de (?:caso|p[oó]liza)',
);
const PLATES = cueWords(
  '(?:license |licence |vehicle |car )?plates?',
  'placas?|matr[ií]cula del (?:coche|carro)',
);
const HASHED = finder(
  /(?<![\p{L}\p{N}])(?:incident|referral|report|case|chart|record|policy|claim|intake|sub|interpreter)(?: report)? ?#/giu,
);
/** "A 900-441-207": the number that USCIS gives, 8 or 9 digits after an A. */
const ALIEN = finder(/(?<![\p{L}\p{N}])A[-# ]?\d{3}[- ]\d{3}[- ]\d{3}(?![\p{L}\p{N}])/gu);
const HEADING =
  /^(?:(?:license )?plates?|mrn|medicaid(?: (?:id|no|number|#))?|insurance(?: (?:id|no|number|#))?|policy(?: (?:no|number|#))?|case(?: (?:no|number|#))?|chart(?: #)?|barcode|asset(?: tag)?|serial|card|placas?|p[oó]liza|folio)$/;
const VALUE = anyOf(code(3), spoken(4));

/** Numbers of cases, courts, plates, insurance, health records and lent devices, after a cue word or under a heading. */
export const recordNumber: Recognizer = {
  id: 'record-number',
  categories: ['record-number'],
  description: 'Plates, case, asylum, insurance, Medicaid and medical record numbers after a cue word.',
  find(doc) {
    const { text } = doc;
    const found = [];
    for (const cue of [CUES, HASHED]) {
      for (const span of afterCue(doc, cue, VALUE)) {
        const value = text.slice(span.start, span.end);
        // Years and small counts follow such words in prose: "case 12", "Plan 2026", "Group 4".
        if (/^\d{1,4}$/.test(value) && !/[#:]\s*$/.test(text.slice(span.start - 3, span.start))) continue;
        if (
          /^(?:19|20)\d\d$|^\d+(?:\.\d+)+$|^\d{1,3}\/\d{3,4}$|^\d\d-\d\d$|^\d{3}-\d{4}$|^\d-\d\d$/.test(value)
        )
          continue;
        found.push(...at([span], 'record-number', 0.9));
      }
    }
    found.push(...at(afterCue(doc, PLATES, anyOf(code(2), spoken(3))), 'record-number', 0.92));
    for (const match of ALIEN(doc)) {
      found.push(candidate('record-number', match.index, match.index + match[0].length, 0.93, 'shape'));
    }
    found.push(...at(underHeading(doc, HEADING, VALUE), 'record-number', 0.9));
    return found;
  },
};
