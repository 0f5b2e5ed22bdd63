import { type Finder, finder } from '../finder.ts';
import type { Recognizer } from '../recognizer.ts';
import { afterCue, anyOf, at, candidate, cueWords, type ReadValue, reader, underHeading } from './pattern.ts';

const S = '[ \\u00a0]';
const END = '(?![\\p{L}\\p{M}\\p{N}])';
const DIRECTION = `(?:(?:[NSEW]|NE|NW|SE|SW|North|South|East|West)\\.?${S})?`;
const WORD = `(?:[\\p{Lu}][\\p{L}\\p{M}'’.-]{0,24}|\\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH))`;
const both = (words: string) =>
  words
    .split('|')
    .flatMap((word) => [word, word.toUpperCase()])
    .join('|');
const CLEAR = both(
  'Street|Avenue|Ave|Av|Road|Rd|Lane|Ln|Boulevard|Blvd|Parkway|Pkwy|Highway|Hwy|Terrace|Ter|Cir|Ct|Dr|St|Trl|Pl|Cove|Trace|Alley',
);
/** Suffixes that are ordinary words in a heading: "5 Great Way". */
const VAGUE = both(
  'Drive|Court|Circle|Way|Place|Trail|Loop|Run|Square|Row|Spur|Close|Crossing|Path|Pass|Ridge|Bend|Hill',
);
const STATE =
  '(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|Iowa|Ohio|Texas|Maine|Utah)';
const UNIT = `(?:,?${S}(?:(?:Apt|APT|apt|Apartment|Unit|UNIT|unit|Suite|Ste|Lot|LOT|Flat|Piso|Depto)\\.?${S}?#?[\\p{L}\\p{N}-]{1,6}|#${S}?[\\p{L}\\p{N}-]{1,6}|(?:upstairs|downstairs)(?:${S}unit)?|[Uu]pper|[Ll]ower|[Rr]ear|unit [a-z](?: as in [a-z]{1,12})?)${END}\\.?)?`;
const TOWN = `(?:[\\p{Lu}][\\p{L}\\p{M}'’.-]{1,20}${S}?){1,4}`;
/** A town needs a state or ZIP behind it, or to end its line or field: else it may be the name of a person. */
const CITY = `(?:(?:,${S}(?:${TOWN}),?|(?:${S}${TOWN}),?)${S}?(?:${STATE}${END}(?:,?${S}\\d{5}(?:-\\d{4})?)?|\\d{5}(?:-\\d{4})?)${END}|,${S}(?:[\\p{Lu}][\\p{L}\\p{M}'’-]{1,20}${S}?){1,3}(?=[ \\t]*(?:$|[\\r\\n;)|,]|\\.\\s)))?`;
const NUMBER = `\\d{1,6}(?:[-–]\\d{1,5})?[A-Z½]?(?:${S}1/2)?${S}`;
const STREET = finder(
  new RegExp(
    `(?<![\\p{L}\\p{N}.,/:$#-])(?:(?:Flat|Apt|Unit)${S}\\d{1,4},${S})?${NUMBER}${DIRECTION}(?:${WORD}${S}){1,4}?(?:${CLEAR}|(?<vague>${VAGUE}))${END}\\.?(?:${S}(?:N|S|E|W|NE|NW|SE|SW)${END})?${UNIT}${CITY}`,
    'gu',
  ),
);
const BOX = finder(
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:P\\.?${S}?O\\.?${S}Box|(?:HC|RR|Rural Route|Rural Rt)\\.?${S}\\d{1,4},?${S}(?:Box|Lot)|Apartado(?: Postal)?)${S}#?\\d{1,6}(?:-[A-Z])?(?!\\p{N})${CITY}`,
    'gu',
  ),
);
const SPANISH = finder(
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:[Cc]alle|Avenida|Av\\.|Avda\\.|Carrera|Cra\\.|Calzada|Callej[oó]n|Privada|Bulevar|Urb\\.|Camino|Carretera)${S}(?:(?:de|del|la|las|los|el|y)${S}){0,2}(?:[\\p{Lu}\\d][\\p{L}\\p{M}\\d.'’-]{0,20},?${S}){1,4}?(?:(?:#|[Nn]o\\.|n[uú]m\\.|n[uú]mero)${S}?)?\\d{1,5}(?:-?[A-Z])?${END}${UNIT}(?:,${S}(?:[Cc]ol(?:onia|\\.)|[Bb]arrio)${S}(?:[\\p{Lu}][\\p{L}\\p{M}]{1,20}${S}?){1,3})?${CITY}`,
    'gu',
  ),
);
const FIRST_WORD = 'Calle|Camino|Avenida|Via|Paseo|Rue';
/** "905½ Calle Almendra", "1216 Camino Alto": the number first. */
const NUMBER_FIRST = finder(
  new RegExp(
    `(?<![\\p{L}\\p{N}.,/:$#-])${NUMBER}(?:${FIRST_WORD})${S}(?:[\\p{Lu}][\\p{L}\\p{M}'’-]{1,20}${S}?){1,3}${UNIT}${CITY}`,
    'gu',
  ),
);
/** No word for a street, but a town with state and ZIP behind it. */
const ZIPPED = finder(
  new RegExp(
    `(?<![\\p{L}\\p{N}.,/:$#-])${NUMBER}${DIRECTION}(?:${WORD}${S}?){1,4}${UNIT},?${S}${TOWN},?${S}?(?:${STATE},?${S})?\\d{5}${END}`,
    'gu',
  ),
);
const SAID =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|and|oh)';
const DICTATED = finder(
  new RegExp(
    `(?<![\\p{L}])${SAID}(?: ${SAID}){0,5} (?:${WORD} ){1,3}(?:Street|Avenue|Road|Lane|Drive|Court|Boulevard|Way|Place)${END}(?: (?:number|apartment|unit) ${SAID})?`,
    'gu',
  ),
);
/** The word for a street, and the digits of a ZIP. */
const STREET_WORD = finder(new RegExp(`${S}(?:${CLEAR}|${VAGUE})${END}`, 'gu'));
const STREET_WORD_FIRST = finder(new RegExp(`${S}(?:${FIRST_WORD})${S}`, 'gu'));
const FIVE_DIGITS = finder(/\d{5}/g);
/** Addresses that lessons are about. */
const PUBLIC =
  /^(?:1600 Pennsylvania Ave|221B Baker St|4 Privet Dr|10 Downing St|124 Conch St|742 Evergreen)/;
/** The address of an office or a venue stands beside such words. */
const VENUE =
  /(?:museum|library|church|temple|mosque|theat(?:er|re)|hall|center|centre|park|office|store|shop|restaurant|hotel|university|college|stadium|gym|venue|headquarters|oficina|questions|learning|district|clinic|bank|caf[eé]|market|zoo|aquarium|planetarium)[^.\n]{0,30}$/i;

const KEYS = cueWords(
  'addr(?:ess)?',
  'liv(?:es?|ing)(?: (?:at|on|in|above|with))?',
  'mo(?:ved|ving) to|stay(?:s|ing) (?:at|with)|forwarding|mailing|res',
  '(?:home|nueva )?direcci[oó]n|domicilio|vive(?:n)? en',
);
const LOOSE = new RegExp(
  `(?:[wnse](?=\\d))?\\d{1,6}(?:-\\d{1,5})?[a-z½]?${S}(?:(?:[nsew]|north|south|east|west)\\.?${S})?(?:[\\p{L}\\p{M}\\d'’.-]{1,20}${S}){0,4}?(?:street|avenue|ave?|road|rd|lane|ln|boulevard|blvd|parkway|pkwy|highway|hwy|terrace|ter|cir|court|circle|ct|drive|dr|way|st|trl|trail|place|pl|loop|row|county road [\\p{L}\\p{N}]{1,4})${END}\\.?(?:,?${S}(?:apt|unit|lot|#)\\.?${S}?#?[\\p{L}\\p{N}-]{1,5}${END})?`,
  'iuy',
);
/** Behind "Address:" a number and words in capitals will do. */
const FIELD = new RegExp(
  `(?:\\d{1,6}(?:-\\d{1,5})?[A-Z½]?${S}(?:[\\p{Lu}][\\p{L}\\p{M}'’.-]{0,20}${S}?){1,4}|(?:[Tt]railer|[Ll]ot|[Ss]pace|[Aa]pt|[Bb]ox)${S}\\d{1,4}[A-Z]?)${UNIT}${CITY}`,
  'uy',
);
const CORNER = new RegExp(
  `(?:corner of${S})?(?:[\\p{Lu}][\\p{L}]{1,15}${S}){1,3}(?:&|and|at|y)${S}(?:\\p{Lu}[\\p{L}]{1,15}|\\d{1,3}(?:st|nd|rd|th))(?:${S}\\p{Lu}[\\p{L}]{1,10})?${END}`,
  'uy',
);
const STOPS = cueWords('stop(?: is)?|parada|lives? (?:by|near|at)|drop(?:-?off)?|pick-?up');
const MILE = finder(
  new RegExp(
    `(?<![\\p{L}\\p{N}])mile (?:marker|post)${S}(?:\\d{1,4}|[a-z]{3,9}(?:${S}[a-z]{3,9}){0,2})(?:,${S}[\\p{L}]{2,12}(?:${S}[\\p{L}]{2,12}){0,2})?${END}`,
    'giu',
  ),
);
const BLOCK = finder(
  new RegExp(`(?<![\\p{L}\\p{N}])\\d{3,5}${S}block of(?:${S}[\\p{Lu}][\\p{L}]{1,15}){1,3}${END}`, 'gu'),
);

/** The shapes of addresses, with what must stand somewhere in the text. */
const SHAPES: readonly (readonly [find: Finder, needed?: Finder])[] = [
  [STREET, STREET_WORD],
  [ZIPPED, FIVE_DIGITS],
  [DICTATED],
  [BOX],
  [SPANISH],
  [NUMBER_FIRST, STREET_WORD_FIRST],
  [MILE],
  [BLOCK],
];

const clean =
  (read: ReadValue): ReadValue =>
  (text, start) => {
    const end = read(text, start);
    return end < 0 ? end : start + text.slice(start, end).replace(/[\s,.]+$/, '').length;
  };

/** US and Spanish street addresses with unit, town and ZIP where they follow, boxes, and places after a cue. */
export const address: Recognizer = {
  id: 'address',
  categories: ['address'],
  description: 'Street addresses, post boxes and bus stops.',
  rulesOut: ({ text }, { start }) => VENUE.test(text.slice(Math.max(0, start - 60), start)),
  find(doc) {
    const { text } = doc;
    const found = [];
    for (const [find, needed] of SHAPES) {
      if (needed && needed(doc).length === 0) continue;
      for (const match of find(doc)) {
        if (PUBLIC.test(match[0])) continue;
        if (VENUE.test(text.slice(Math.max(0, match.index - 60), match.index))) continue;
        // A full stop at the end belongs to the sentence: "lives at 12 Elm St."
        const length = match[0].replace(/[\s,.]+$/, '').length;
        const score = match.groups?.vague ? 0.86 : 0.94;
        found.push(candidate('address', match.index, match.index + length, score, 'shape'));
      }
    }
    found.push(...at(afterCue(doc, KEYS, clean(reader(LOOSE))), 'address', 0.85));
    found.push(...at(afterCue(doc, STOPS, clean(anyOf(reader(CORNER), reader(LOOSE)))), 'address', 0.8));
    const heading =
      /^(?:(?:home |street |mailing |new )?addr(?:ess)?|street|stop|direcci[oó]n|domicilio|home|dirección)$/;
    found.push(
      ...at(
        underHeading(doc, heading, clean(anyOf(reader(FIELD), reader(LOOSE), reader(CORNER)))),
        'address',
        0.9,
      ),
    );
    return found;
  },
};
