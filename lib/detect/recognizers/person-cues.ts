/** Words that stand around a person's name and say that it is one, or who that person is. Keys as `nameKey` makes them. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Titles stand before a name and outside its span. */
export const TITLES = words(
  'mr mrs ms miss mx dr prof professor coach principal sr sra srta senor senora senorita maestro maestra officer nurse rev pastor',
);
/** What members of staff are called. */
export const STAFF_WORDS = words(
  `teacher principal counselor counsellor psychologist paraprofessional para aide coach nurse librarian interventionist
  therapist specialist superintendent secretary coteacher co-teacher sub substitute administrator registrar dean`,
);
export const STUDENT_WORDS = words(
  'student students pupil kid child boy girl learner classmate freshman sophomore junior senior kindergartner grader graders',
);
/** Kin words are outside the span. */
export const KIN_WORDS = words(
  `mom mother mommy mum mama dad father daddy papa parent parents guardian guardians grandma grandmother grandpa grandfather abuela abuelo
  aunt auntie uncle brother sister sibling stepmom stepmother stepdad stepfather cousin son daughter wife husband
  fostermom nana mami papi tia tio`,
);
/** After these comes a name, whatever it looks like. */
export const NAMING_WORDS = words('named called name nickname nicknamed');
export const GREETINGS = words('dear hi hello hey');
/** Words that may stand between a cue and the name. */
export const CUE_FILLERS = words('is are was a an the my our new old other');

/** Verbs that a person does, in the forms that stand right after a name. */
export const PERSON_VERBS = words(
  `has had is was isnt wasnt struggles struggled struggling needs needed said says told tells asked asks wants wanted likes liked
  loves loved hates hated reads wrote writes refuses refused forgot forgets cries cried hit hits pushed pushes threw throws kicked bit
  lives lived moved moves came comes went goes got gets did didnt does doesnt cant cannot couldnt wont works worked earned scored
  failed passed missed misses arrived seems seemed feels felt thinks thought knows knew enjoys enjoyed participates participated
  shows showed completed finished submitted turned became made makes keeps kept lost left sat sits called calls emailed
  qualifies receives received reported attends attended speaks spoke plays played sleeps slept helped helps bullied hurts often never always`,
);

/** Those of them that things do too: "Chromebook has", "Photosynthesis shows". */
const ANY_VERBS = words(
  `has had is was isnt wasnt came comes became made makes shows showed went goes got gets turned left keeps kept moves moved did
  didnt does doesnt cant cannot couldnt wont works worked received receives often never always lost helps helped seems seemed missed
  needs needed completed finished failed passed reported reports reads hit hits`,
);

/** After "is", "was" or "got": what only people are. */
const STATES = words(
  'absent late tardy suspended expelled crying upset sick bullied shy homeless adopted autistic tired hungry rude disrespectful retained',
);

/** Family-name particles that may stand inside a name in lower case. */
export const PARTICLES = words('de la las los del da dos das di van von der den bin binti ibn al el le');
export const SUFFIXES = words('jr sr ii iii iv');
export const CREDENTIALS = words('phd edd md med rn lcsw bcba slp ccc ma ba bs ms mba esq nbct ot pt lpc');
/** Before a word that is also a name these say that it is the word. */
const DETERMINERS = words(
  'the a an this that these those his her its their our my your each every some any no of',
);
/** Before a name that is also a place. */
export const PLACE_PREPOSITIONS = words(
  'in from near to at of around outside downtown visit visiting toward towards across',
);

const PRONOUNS = words('he she they him her his hers them their el ella su sus');
const OWN = words('i my me we our mi mis yo nuestro nuestra');
const CONJUNCTIONS = words('and or with y e con plus versus vs');
const SPANISH_KIN = words(
  'mama papa madre padre hermano hermana hijo hija abuela abuelo tia tio primo prima esposa esposo',
);
const SPANISH_STUDENTS = words(
  'alumno alumna alumnos alumnas estudiante estudiantes nino nina ninos ninas companero companera',
);
const SPEECH = words(
  'said says wrote writes written author poem novel story chapter book character by autor libro cuento poema',
);

/** The words of each class; a word counts for the first that holds it. */
const CLASSES: readonly (readonly [number, ReadonlySet<string>])[] = [
  [1, TITLES],
  [2, STUDENT_WORDS],
  [2, SPANISH_STUDENTS],
  [3, KIN_WORDS],
  [3, SPANISH_KIN],
  [4, STAFF_WORDS],
  [5, NAMING_WORDS],
  [6, GREETINGS],
  [7, SPEECH],
  [8, STATES],
  [10, new Set([...PERSON_VERBS].filter((verb) => ANY_VERBS.has(verb)))],
  [9, PERSON_VERBS],
  [11, PRONOUNS],
  [12, OWN],
  [13, CONJUNCTIONS],
  [14, DETERMINERS],
  [15, PLACE_PREPOSITIONS],
  [16, PARTICLES],
  [17, SUFFIXES],
  [18, CREDENTIALS],
];
const CLASS_OF = new Map(
  [...CLASSES].reverse().flatMap(([number, listed]) => [...listed].map((word) => [word, number] as const)),
);

/** A small number for what a word says about a name beside it; 0 for most words. */
export function cueClass(key: string): number {
  return CLASS_OF.get(key) ?? 0;
}
