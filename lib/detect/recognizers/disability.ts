import type { Gazetteer } from '../names/gazetteer.ts';
import type { Recognizer } from '../recognizer.ts';
import { statement } from '../statement.ts';

/** Categories of IDEA (34 CFR 300.8), plans, aids and what teachers call them. */
const CUES = [
  'individualized education (?:program|plan)',
  "(?:speech )?IEP(?:'?s)?",
  '504(?: |-)(?:plan|accommodations?)',
  '(?<=(?:has|had|have|on|needs|gets|her|his|their|a|with) (?:a )?)504',
  '504 for',
  'behaviou?r (?:intervention )?plan',
  'autis(?:m(?: spectrum(?: disorder| diagnosis)?)?|tic)',
  'on the spectrum',
  "asperger(?:'?s)?(?: syndrome)?",
  'dys(?:lexi[ac]|graphi[ac]|calculi[ac]|praxi[ac])',
  'apraxia(?: of speech)?',
  '(?:specific )?(?:learning|reading|math|writing) disabilit(?:y|ies)',
  '(?:intellectual|developmental|multiple)(?:ly)? disab(?:ility|ilities|led)',
  'developmental(?:ly)? delay(?:ed)?',
  'developmental coordination disorder',
  '(?:fine|gross) motor delay',
  '(?:speech|language|speech(?: |-)(?:or |and )?language|vision|visual|hearing|orthopedic) (?:impairment|delay|disorder|referral)',
  '(?:hearing|visually|orthopedically) impaired',
  'speech(?: |-)?(?:therapy|room|services|tues|thurs)',
  '(?:has|gets|receives|on|needs) speech(?= |[.,;]|$)',
  'other health impair(?:ment|ed)',
  'stutter(?:s|ing|er|ed)?',
  "down(?:'?s)? syndrome",
  '(?:rett|usher|williams|fragile x) syndrome',
  'cerebral palsy',
  'spina bifida',
  'muscular dystrophy',
  "tourette(?:'?s)?(?: syndrome)?",
  'narcolepsy',
  'traumatic brain injury',
  'fetal alcohol(?: spectrum disorder| syndrome)?',
  '(?:hard of hearing|hearing loss|hearing aids?|cochlear implants?|deaf(?:blind)?|low vision|legally blind|color(?: |-)?blind)',
  'emotional(?:ly)? disturb(?:ance|ed)',
  '(?:sensory |auditory )?processing (?:disorder|deficit)s?',
  'sensory (?:profile|diet|breaks?)',
  'working memory deficits?',
  'phonological (?:disorder|deficit)',
  'oppositional(?: |-)defiant(?: disorder)?',
  'reactive attachment(?: disorder)?',
  'selective(?:ly)? (?:mutism|mute)',
  'non(?: |-)?(?:verbal|speaking)',
  'special ed(?:ucation)?(?! teacher)',
  'self(?: |-)contained',
  '(?:wheel|power ?)chair(?: user)?',
  'uses a (?:walker|communication device|speech device|cane)',
  '(?:AAC|communication) device',
  'speech to text',
  'noise(?: |-)(?:cancell?ing )?headphones',
  'CCTV magnifier',
  'large(?: |-)print',
  'extended time|extra time|read aloud(?= accommodation)|reduced answer choices',
  '(?:1:1|one(?: |-)on(?: |-)one) (?:aide|para)',
  '(?:psychoeducational|triennial|special education) (?:re)?evaluation',
  '(?:being|was) evaluated for',
  'qualifies under',
  'full(?: |-)scale iq',
  '(?:discapacidad|trastorno del lenguaje|problema específico de aprendizaje|trastorno por déficit)(?: \\p{L}{3,12})?',
  'dislexia|discalculia|disgrafia|disgrafía|disléxic[oa]|tartamude(?:z|a)',
  'autismo(?: leve)?|autista|espectro autista',
  'síndrome de down|parálisis cerebral|disturbio emocional',
  'pérdida auditiva|aparatos? auditivos?|implante coclear|baja visión|sord[oa]|silla de ruedas',
  'terapia (?:del habla|del lenguaje|ocupacional)|salón recurso|educación especial',
  '(?:disability|primary disability|eligibility|exceptionality|discapacidad)[ \\t]{0,3}:[ \\t]{0,3}[^\\r\\n,;|]{2,40}',
];
const EXACT = [
  'OHI(?:-ADHD)?|ADHD|ASD|SLD|SLI|AUT|TBI|ODD|TDAH|SPED|BIP|FBA|AAC|FASD|ELP/SPED',
  'ADD(?= |[.,;]|$)',
  '(?:speech|SLP|PT|weekly|gets|receives|needs|has|delay,) OT',
  'adhd|iep|asd',
];
/** Headings of an export, and the cells that count. */
const COLUMN = {
  heading: /^(?:sped|iep|504|disability|eligib\p{L}*|exceptionality|accommodations?)$/iu,
  value: /^(?!(?:n|no|none|-+|—|)$)/iu,
};

/** Disabilities and support plans, said of one person in the draft. */
export function disability(gazetteer: Gazetteer): Recognizer {
  return statement(
    {
      category: 'disability',
      description: 'A disability or support plan of one person.',
      cues: CUES,
      column: COLUMN,
      exact: EXACT,
      unless:
        /\b(?:read-?aloud book|tone(?: |-)deaf|deaf ears|color(?: |-)blind casting|what is an IEP|section 504)\b/iu,
    },
    gazetteer,
  );
}
