/** A school said in general: "Lincoln Middle School" is "a middle school". Our own wording. */
import { before, behind, type General, instead, isFirst, OPEN, type Place } from './place.ts';

interface Kind {
  named: RegExp;
  en: string;
  es: string;
}

/** The first that its name says. */
const KINDS: Kind[] = [
  { named: /pre-?school|preescolar|kinder/i, en: 'preschool', es: 'escuela preescolar' },
  {
    named: /elementary|primary|grammar|primaria|elemental/i,
    en: 'elementary school',
    es: 'escuela primaria',
  },
  {
    named: /middle|junior high|jr\.? high|intermediate|intermedia/i,
    en: 'middle school',
    es: 'escuela intermedia',
  },
  { named: /secondary|secundaria/i, en: 'secondary school', es: 'escuela secundaria' },
  { named: /\bhigh\b|preparatoria|bachillerato/i, en: 'high school', es: 'escuela preparatoria' },
  { named: /school|academy|escuela|colegio|academia/i, en: 'school', es: 'escuela' },
];

/** What may follow: the end of a part of the sentence, or a word after which nothing is told of the school. */
const FOLLOWS = {
  en: /^(?:[ \u00a0]*(?:$|[.,;:!?)\]"”\n\r\t|])|['’]s?(?!\p{L})|[ \u00a0](?:and|or|but|in|on|at|for|with|where|who|which|that|is|was|has|had|will|to|from|by|since|until|as|because|when|this|next|last|today|yesterday|before|after|during|while|so|if|called|calls|said|says|sent|asked|asks|offers)(?!\p{L}))/iu,
  es: /^(?:[ \u00a0]*(?:$|[.,;:!?)\]"”»\n\r\t|])|[ \u00a0](?:y|o|u|en|con|para|por|que|donde|es|fue|está|estaba|tiene|a|desde|hasta|porque|cuando|hoy|ayer|este|esta|el|la|los|las|se|no|pero|\p{Ll}+ó)(?!\p{L}))/iu,
};
const BEFORE = {
  en: /(?<!\p{L})(?:at|from|to|in|for|of|near|with|by|and|or|is|was|than|as|into|outside|inside|attend(?:s|ed|ing)?|leaves?|left|leaving|enters?|entered|joins?|joined|visits?|visited) $/iu,
  es: /(?<!\p{L})(?:a|en|de|desde|por|para|y|e|o|con|es|era|hacia|hasta|sin) $/iu,
};
const OWNED = {
  en: /(?<!\p{L})(?:the|our|her|his|their|my|your|its|this|that) $/iu,
  es: /(?<!\p{L})(?:nuestra|su|mi|tu|esta|esa) $/iu,
};

/**
 * A school by its kind. In: where it stands, and whether it stood before. Out: null where its name says of no kind that it
 * is, or where the sentence would not read well.
 */
export function generalSchool(place: Place, isKnown: boolean): General | null {
  const { text, span, language } = place;
  const kind = KINDS.find(({ named }) => named.test(text.slice(span.start, span.end)));
  if (!kind || !FOLLOWS[language].test(behind(place))) return null;
  const said = before(place);
  const noun = kind[language];
  if (OWNED[language].test(said)) return instead(place, '', noun);
  if (language === 'es') {
    const article = isKnown ? 'la' : 'una';
    for (const [told, left] of [
      [/(?<!\p{L})del $/iu, 'de '],
      [/(?<!\p{L})al $/iu, 'a '],
      [/(?<!\p{L})(?:la|el) $/iu, ''],
    ] as const) {
      const replaced = told.exec(said)?.[0];
      if (replaced !== undefined) return instead(place, replaced, `${left}${article} ${noun}`);
    }
    return isFirst(place) || OPEN.test(said) || BEFORE.es.test(said)
      ? instead(place, '', `${article} ${noun}`)
      : null;
  }
  const article = isKnown ? 'the' : /^[aeiou]/.test(noun) ? 'an' : 'a';
  return isFirst(place) || OPEN.test(said) || BEFORE.en.test(said)
    ? instead(place, '', `${article} ${noun}`)
    : null;
}
