/** Texts of the corpus in other words: other names, other casing, typos. */
import { readFileSync } from 'node:fs';
import { createDocument } from '../../lib/detect/document.ts';
import { type Gazetteer, nameKey } from '../../lib/detect/names/gazetteer.ts';
import { authorOf, isPersonLabel, joined, type Label, type LabelledText } from '../corpus.ts';
import { readPublicNames } from '../public-names.ts';
import { chance, pick, random } from './random.ts';

export interface Sample {
  text: string;
  /** Of private people and public names only, in order. */
  labels: Label[];
  genre: string;
  author: string;
}

export const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;
const KEPT =
  /^(?:jr|sr|ii|iii|iv|v|de|del|la|las|los|da|dos|di|van|von|der|den|bin|al|el|y|the|of|mr|ms|mrs|dr|coach)$/;

const isUsed = (label: Label): boolean => label.label === 'public' || isPersonLabel(label);

/** The texts with the labels of people and public names only. */
export function samplesOf(texts: LabelledText[]): Sample[] {
  return texts.map(({ id, text, labels, genre }) => ({
    text,
    genre,
    author: authorOf(id),
    labels: labels.filter(isUsed),
  }));
}

/** Name words of the train split and of the lists (`names.txt`), by their place in a name. */
function collectPools(samples: Sample[]) {
  const given = new Set<string>();
  const family = new Set<string>();
  for (const { text, labels } of samples) {
    for (const label of labels.filter(isPersonLabel)) {
      const value = text.slice(label.start, label.end);
      const words = (value.match(WORD) ?? []).filter(
        (word) => word.length > 2 && /^\p{Lu}.*\p{Ll}/u.test(word) && !KEPT.test(word.toLowerCase()),
      );
      if (words.length < 2) continue;
      const inverted = value.includes(',');
      (inverted ? family : given).add(words[0]!);
      (inverted ? given : family).add(words.at(-1)!);
    }
  }
  const capital = (key: string) => key[0]!.toUpperCase() + key.slice(1);
  const [givenList, familyList] = readFileSync(new URL('names.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(' ').map(capital));
  return {
    given: { corpus: [...given], list: givenList! },
    family: { corpus: [...family], list: familyList! },
  };
}

const publicNames = readPublicNames()
  .filter((name) => /^[a-z]{3,} [a-z]{3,}$/i.test(name))
  .map((name) => name.toLowerCase().replace(/\b[a-z]/g, (letter) => letter.toUpperCase()));

/** Makes other texts of those of the train split. */
export class Variations {
  readonly #pools: ReturnType<typeof collectPools>;
  readonly #gazetteer: Gazetteer;
  readonly #samples: Sample[];

  constructor(samples: Sample[], gazetteer: Gazetteer) {
    this.#samples = samples;
    this.#pools = collectPools(samples);
    this.#gazetteer = gazetteer;
  }

  /** Mostly with other names; sometimes an excerpt, beside another text, in another casing or with typos. */
  vary(sample: Sample): Sample {
    let varied = chance(0.8) ? this.#swapNames(sample) : sample;
    if (chance(0.15)) varied = excerpt(varied);
    if (chance(0.12)) {
      const other = pick(this.#samples);
      varied = chance(0.5) ? joined(varied, other) : joined(other, varied);
    }
    const written = (label: Label) => varied.text.slice(label.start, label.end);
    const casing = random();
    if (casing < 0.17) {
      varied = rewrite(
        varied,
        (label) => written(label).toLowerCase(),
        (between) => between.toLowerCase(),
      );
    } else if (casing < 0.28) {
      varied = rewrite(
        varied,
        (label) => written(label).toUpperCase(),
        (between) => between.toUpperCase(),
      );
    } else if (casing < 0.34) {
      varied = rewrite(
        varied,
        (label) => written(label).toLowerCase(),
        (between) => between,
      );
    }
    if (chance(0.1)) varied = rewrite(varied, written, (between) => between.replace(/^['’]s\b/, 's'));
    if (chance(0.08)) varied = rewrite(varied, written, withTypos);
    return varied;
  }

  /** A name from the texts, from the lists, or one that nobody has: the front of one and the back of another. */
  #newName(kind: 'given' | 'family'): string {
    const pool = this.#pools[kind];
    const source = () => pick(chance(0.7) ? pool.corpus : pool.list);
    if (chance(0.65)) return pick(chance(0.55) ? pool.corpus : pool.list);
    const front = source();
    const back = source();
    const made =
      front.slice(0, 1 + Math.floor(random() * Math.min(5, front.length - 1))) +
      back.slice(Math.floor(back.length / 2)).toLowerCase();
    return made.length > 2 ? made : front;
  }

  /** Whether a public name, or a public surname alone, stands in the lists. */
  #isKnown(words: string[]): boolean {
    const keys = words.map(nameKey);
    return words.length > 1
      ? this.#gazetteer.isPublicName(keys.join(' '))
      : this.#gazetteer.isPublicSurname(keys[0]!);
  }

  /** Puts other names in the place of those of a text, the same for the same word of a text. */
  #swapNames(sample: Sample): Sample {
    const swaps = new Map<string, string>();
    const kinds = new Map<string, 'given' | 'family'>();
    for (const label of sample.labels) {
      const value = sample.text.slice(label.start, label.end);
      const words = value.match(WORD) ?? [];
      const titled = /(?:\b(?:Mr|Ms|Mrs|Miss|Dr|Mx|Coach|Sra?|Srta|Officer|Principal|Profe?)\.?) $/.test(
        sample.text.slice(Math.max(0, label.start - 12), label.start),
      );
      words.forEach((word, at) => {
        const last = at === words.length - 1;
        const family = words.length === 1 ? titled : value.includes(',') ? at === 0 : last;
        const key = nameKey(word);
        if (!kinds.has(key) || (family && words.length > 1)) kinds.set(key, family ? 'family' : 'given');
      });
    }
    const asPublic = chance(0.06) ? pick(publicNames).split(' ') : undefined;
    const swapInvented = chance(0.5);
    const swapKnown = chance(0.3);
    const replace = (label: Label): string => {
      const value = sample.text.slice(label.start, label.end);
      if (label.label === 'public') {
        const words = value.split(' ');
        const person =
          /^\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{L}'’-]*\.?)*$/u.test(value) &&
          words.length < 4 &&
          words.some((word) => (this.#gazetteer.flagsOf(nameKey(word)) & 3) !== 0);
        // A public name that the lists know gives way to another one, or the lists would teach nothing.
        if (this.#isKnown(words)) {
          if (!swapKnown || words.length > 2) return value;
          const other = pick(publicNames).split(' ');
          words.slice(0, -1).forEach((word) => {
            if (!swaps.has(nameKey(word))) swaps.set(nameKey(word), other[0]!);
          });
          const last = nameKey(words.at(-1)!);
          if (!swaps.has(last)) swaps.set(last, other[1]!);
        } else if (!person || !swapInvented) return value;
      }
      return value.replace(WORD, (word) => {
        const key = nameKey(word);
        if (key.length < 2 || KEPT.test(key) || !/^[\p{Script=Latin}'’-]+$/u.test(word)) return word;
        let name = swaps.get(key);
        if (!name) {
          name = this.#newName(kinds.get(key) ?? 'given');
          if (asPublic && swaps.size < 2) name = asPublic[kinds.get(key) === 'family' ? 1 : 0]!;
          if (word.includes('-') && chance(0.6)) name = `${name}-${this.#newName('family')}`;
          swaps.set(key, name);
        }
        return likeWritten(word, name);
      });
    };
    return rewrite(sample, replace, (between) => between);
  }
}

function likeWritten(model: string, name: string): string {
  if (model === model.toLowerCase()) return name.toLowerCase();
  return model.length > 1 && model === model.toUpperCase() ? name.toUpperCase() : name;
}

/** A text with labels replaced by `inside` and what is between them by `outside`; labels follow. */
function rewrite(
  sample: Sample,
  inside: (label: Label) => string,
  outside: (between: string) => string,
): Sample {
  let text = '';
  let at = 0;
  const labels: Label[] = [];
  for (const label of sample.labels) {
    if (label.start < at) continue;
    text += outside(sample.text.slice(at, label.start));
    const start = text.length;
    text += inside(label);
    labels.push({ ...label, start, end: text.length });
    at = label.end;
  }
  text += outside(sample.text.slice(at));
  return { ...sample, text, labels };
}

function withTypos(between: string): string {
  return between.replace(/\p{L}{5,}/gu, (word) => {
    if (!chance(0.08)) return word;
    const at = 1 + Math.floor(random() * (word.length - 2));
    return chance(0.5)
      ? word.slice(0, at) + word.slice(at + 1)
      : word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  });
}

/** One to three sentences of a text: much of what is pasted is no longer. */
export function excerpt<Text extends Pick<Sample, 'text' | 'labels'>>(sample: Text): Text {
  const { sentences } = createDocument(sample.text);
  if (sentences.length < 3) return sample;
  const at = Math.floor(random() * sentences.length);
  const { start } = sentences[at]!;
  const { end } = sentences[Math.min(sentences.length - 1, at + Math.floor(random() * 3))]!;
  const labels = sample.labels.filter((label) => label.start >= start && label.end <= end);
  return {
    ...sample,
    text: sample.text.slice(start, end),
    labels: labels.map((label) => ({ ...label, start: label.start - start, end: label.end - start })),
  };
}
