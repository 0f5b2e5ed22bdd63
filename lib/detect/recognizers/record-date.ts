import type { TextDocument } from '../document.ts';
import { finder, finderOf } from '../finder.ts';
import type { Span } from '../finding.ts';
import type { Recognizer } from '../recognizer.ts';
import { cellsOf } from '../table.ts';
import { candidate, FULL_DATES, MONTH, SHORT_DATE } from './pattern.ts';

/** Days of the week in English and Spanish, long and short, for a pattern with the i flag. */
export const WEEKDAY =
  '(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)\\.?,?';
const FULL = finderOf({
  before: '(?<![\\p{L}\\p{N}])',
  options: FULL_DATES,
  after: `(?: (?:of )?${MONTH}(?:,? \\d{4})?)?`,
  flags: 'iu',
});
/** "Wednesday the " before a date. */
const WEEKDAY_BEFORE = new RegExp(`(?<![\\p{L}\\p{N}])${WEEKDAY} (?:the )?$`, 'iu');
const WEEKDAY_MAX = 18;
const SHORT = finder(new RegExp(SHORT_DATE, 'gu'));
const LOOSE = finder(
  new RegExp(
    `(?<=(?:in|since|en|desde|early|late|through) )(?:(?:early|late|mid) )?${MONTH}(?: (?:de |of )?20\\d\\d)(?![\\p{L}\\p{N}])|(?<=(?:on|till?|until|by|since) )the \\d{1,2}(?:st|nd|rd|th)(?! (?:grade|period|century|amendment))(?![\\p{L}\\p{N}])`,
    'giu',
  ),
);
/** Events that a child's record names. */
const EVENT =
  /(?<![\p{L}])(?:incident|referr(?:al|ed)|evaluat(?:ion|ed)|eval|re-?eval|absen(?:t|ces?)|tardy|tardies|attended|attendance|meeting|mtg|minutes|met with|conference|session|iep|504|triennial|annual review|review|eligibility|consent|signed|dated|baseline|screening|tested|assessment|interview|intake|hearing|court|suspen(?:ded|sion)|oss|iss|expel|readmission|re-?entry|returns?|excuse|withdraw(?:n|al)?|enrolled|entered|transferred|entry|start(?:s|ing|ed)?|last day|effective|dose|seizure|nurse|called|contact(?:ed)?|phoned|spoke|agreed|disclosed|reported|told me|posted|threatened|fight|hit|bit|eloped|skipped|vape|accident|restraint|parent|mom|mother|dad|father|guardian|grandma|notified|letter|progress|visit(?:ed)?|home visit|follow[- ]?up|next|due|since|moved|placement|parole|custody|terminated|detained|arrested|surgery|hospital|baptism|records requested|data|file closed|sro|police|accidents?|sessions?|excused|chat|triennial|gradu(?:ated|ation)|plate|check back|seen|brief contact|inform|reporte|reuni[oó]n|ausente|falt[oó]|faltas|tarde|evaluaci[oó]n|revisi[oó]n|cita|firm(?:a|ado|ó)|acta|fecha|visita|tutora?|mam[aá]|pap[aá]|detuvo|ingreso|desde|suspendid[oa])(?![\p{L}])/iu;
/** One person in the sentence. */
const PERSON =
  /(?<![\p{L}])(?:he|she|him|her|his|hers|[eé]l|ella|my (?:student|son|daughter|child)|your (?:son|daughter|child)|mi (?:hij[oa]|alumn[oa])|(?:the|this) (?:student|child)|student|pupil|alumn[oa])(?![\p{L}])/iu;
/** What lessons, plans and news say of a day. */
const LESSON =
  /(?<![\p{L}])(?:quiz|test|exam|project|homework|hw|chapter|unit|lesson|essay|draft|assignment|lab|field trip|picture day|spirit|concert|game|tryouts|newsletter|due date|no school|break|holiday|sale|fundraiser|open house|pta|war|battle|treaty|act|declaration|amendment|king|queen|president|empire|born in|died|published|century|speech|invented|deadline|rsvp|club|parent[- ]teacher conferences|all families|summer school|school (?:starts|ends)|students will)(?![\p{L}])/iu;
/** Events of nobody but a child with a record. */
const STRONG =
  /(?<!\p{L})(?:absen(?:t|ces?)|incident|signed|dated|effective|hearing|(?:home )?visit(?:ed)?|brief contact|triennial|annual review|baseline|eligibility|consent|referr(?:al|ed)|suspended|readmission|re-?entry|custody|detained|intake|check back|file closed|last day|entered|enrolled|seizure|follow[- ]?up|risk|told|firmad[oa]|ausente)(?!\p{L})/iu;
const YEAR = /20\d\d|[-./]\d\d$/;
/** Two words in capitals, as names are written. */
const NAMED = /\p{Lu}\p{Ll}+ \p{Lu}[\p{Ll}.]/u;
const HEADING =
  /^(?:.*\bdate\b.*|date(?: held|\/time|, time in)?|entry date|fecha|last contact|annual(?: due| review)?|due|start|next(?: review| mtg| meeting)?|review|eval(?:uation)?|entered|born not)$/;
/** So many of the words that follow make a text a child's record; one stands in any newsletter. */
const RECORD_LEAST = 2;
const RECORD = finder(
  /(?<![\p{L}])(?:student|pupil|iep|504|incident|referral|nurse|health room|log|minutes|session|absent|attendance|sped|eval|consent|guardian|parent|alumn[oa]|estudiante|reporte|acta|discipline|re:|mom|mother|conduct|behavior)(?![\p{L}])/giu,
);

/** The years of records of children now at school. */
const inRange = (value: string): boolean => {
  const [, one, two] = /^(\d{1,2}) ?[-/.] ?(\d{1,2})(?!\d)/.exec(value) ?? [];
  if (one && two && (Math.min(+one, +two) > 12 || Math.max(+one, +two) > 31)) return false;
  const year = /(?<!\d)(?:1[0-9]|20)\d\d(?!\d)/.exec(value);
  return !year || (Number(year[0]) >= 2000 && Number(year[0]) <= 2040);
};

function* dates(doc: TextDocument): Generator<Span & { loose: boolean }> {
  const { text } = doc;
  for (const [find, loose] of [
    [FULL, false],
    [SHORT, true],
    [LOOSE, true],
  ] as const) {
    for (const match of find(doc)) {
      const before = loose
        ? null
        : WEEKDAY_BEFORE.exec(text.slice(Math.max(0, match.index - WEEKDAY_MAX), match.index));
      const start = match.index - (before?.[0].length ?? 0);
      const end = match.index + match[0].length;
      if (inRange(text.slice(start, end))) yield { start, end, loose };
    }
  }
}

const DAY = new RegExp(`\\d|(?<![\\p{L}])${MONTH}(?![\\p{L}])|(?:st|nd|rd|th)(?![\\p{L}])`, 'iu');

/** The date of a mail, in its header. */
function isHeader(text: string, start: number): boolean {
  // A header is short: looking further back would take long in a text without lines.
  const from = Math.max(0, start - 60);
  const line = from + text.slice(from, start).lastIndexOf('\n') + 1;
  if (
    /^[> ]*(?:On|El) [^\n]{0,20}$/.test(text.slice(line, start)) &&
    /^[^\n]{0,80}(?:wrote|escribió):/.test(text.slice(start, start + 160))
  )
    return true;
  if (start - line > 20 || !/^>?[> ]*(?:date|sent|fecha|enviado|on):?\s/i.test(text.slice(line, start + 1)))
    return false;
  return /^[> ]*(?:From|To|Subject|De|Para|Asunto|Cc): /m.test(
    text.slice(Math.max(0, line - 200), start + 200),
  );
}

/** The sentence around a place, as text; sentences hold every token. */
function sentenceAt(doc: TextDocument, place: number): number {
  let low = 0;
  let high = doc.sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (doc.sentences[middle]!.start <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
const REACH = 160;

/** Dates of events in a child's record: a meeting, an absence, an incident. A date of a lesson or of history is none. */
export const recordDate: Recognizer = {
  id: 'record-date',
  categories: ['record-date'],
  description: 'Dates of events in the record of a child, beside a word that says so.',
  // "On Monday" tells no day that a record could be found by.
  rulesOut: ({ text }, { start, end }) => isHeader(text, start) || !DAY.test(text.slice(start, end)),
  find(doc) {
    const { text, sentences } = doc;
    const found = [];
    const record = RECORD(doc).length >= RECORD_LEAST;
    let last = -99;
    const cells = new Set<number>();
    for (const cell of cellsOf(doc)) if (HEADING.test(cell.heading)) cells.add(cell.start);
    for (const { start, end, loose } of [...dates(doc)].sort((a, b) => a.start - b.start)) {
      if (isHeader(text, start)) continue;
      const index = sentenceAt(doc, start);
      const sentence = sentences[index];
      if (!sentence) continue;
      const from = Math.max(sentence.start, start - REACH);
      const around = text.slice(from, Math.min(sentence.end, end + REACH));
      const before = index > 0 ? text.slice(Math.max(sentences[index - 1]!.start, start - REACH), from) : '';
      const opens = text.slice(Math.max(0, start - 3), start).trim() === '' || start === sentence.start;
      const event = EVENT.test(around);
      const person = PERSON.test(around);
      const lesson = LESSON.test(around);
      let score = 0;
      if (cells.has(start) && record) score = 0.85;
      else if (event && person) score = 0.85;
      else if (lesson) score = 0;
      else if (event && record) score = loose ? 0.65 : 0.8;
      else if (person && !loose) score = 0.75;
      else if (opens && record && !loose) score = 0.65;
      else if (opens && PERSON.test(text.slice(end, end + REACH))) score = 0.65;
      else if (event && NAMED.test(around)) score = 0.6;
      else if (STRONG.test(around) || (!loose && YEAR.test(text.slice(start, end)))) score = 0.6;
      else if (record && !loose) score = PERSON.test(before) ? 0.65 : 0.55;
      // "absent 9/12, 10/3 and 11/7": what holds for the one holds for the next.
      if (score === 0 && start - last < 8 && start > last) score = 0.6;
      if (score > 0) last = end;
      if (score > 0) found.push(candidate('record-date', start, end, score, 'after-cue'));
    }
    return found;
  },
};
