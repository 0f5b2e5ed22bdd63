/** Reads the labelled texts of tests/bench/corpus. The format is described in its README. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Span } from '../lib/detect/finding.ts';
import { flattenMarkup } from '../lib/detect/markup.ts';
import { normalize } from '../lib/detect/normalize.ts';
import { chained } from '../lib/detect/rewritten.ts';

/** `statements` are short training texts, nearly all about pupils: they teach what is said, not whether a text is about anybody. */
export type Split = 'train' | 'statements' | 'dev' | 'test';

export interface Label extends Span {
  /** A role (`student`, `family`, `staff`, `unknown`, `self`), a category id, or `public`. */
  label: string;
  /** Mentions of one person or value share it; 0 where the label has none. */
  entity: number;
}

export interface LabelledText {
  id: string;
  genre: string;
  lang: 'en' | 'es' | 'mixed';
  text: string;
  /** By start; labels of documents lie around others. */
  labels: Label[];
}

const CORPUS = new URL('../tests/bench/corpus/', import.meta.url);
/** `family` is a role with a number, and a sensitive category without one. */
export const PERSON_ROLES = ['student', 'family', 'staff', 'unknown', 'self'];

/** Whether a label marks a private person. */
export function isPersonLabel({ label, entity }: Label): boolean {
  return PERSON_ROLES.includes(label) && entity > 0;
}

/** The letters of the author of a text. */
export const authorOf = (id: string): string => /^[A-Z]+/.exec(id)?.[0] ?? id;

/** All texts of a split, in the order of files and texts. @throws where a label is not well-formed, with the text's id */
export function loadCorpus(split: Split): LabelledText[] {
  const folder = new URL(`${split}/`, CORPUS);
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return files.sort().flatMap((name) => parseCorpus(readFileSync(new URL(name, folder), 'utf8')));
}

/** The texts of one file. */
export function parseCorpus(source: string): LabelledText[] {
  return source
    .split(/^### /m)
    .slice(1)
    .map((part) => {
      const line = part.indexOf('\n');
      const [, id, genre, lang] = /^(\S+) genre=(\S+) lang=(en|es|mixed)\s*$/.exec(part.slice(0, line)) ?? [];
      if (!id || !genre || !lang) throw new Error(`A header is not well-formed: ${part.slice(0, line)}`);
      return {
        id,
        genre,
        lang: lang as LabelledText['lang'],
        ...parseLabels(id, part.slice(line + 1).trimEnd()),
      };
    });
}

function parseLabels(id: string, marked: string): { text: string; labels: Label[] } {
  const labels: Label[] = [];
  const open: Label[] = [];
  let text = '';
  let at = 0;
  for (const match of marked.matchAll(/\{\{([a-z-]+)(?::(\d+))?\||\}\}/g)) {
    text += marked.slice(at, match.index);
    at = match.index + match[0].length;
    if (match[1]) {
      const label = { start: text.length, end: -1, label: match[1], entity: Number(match[2] ?? 0) };
      open.push(label);
      labels.push(label);
    } else {
      const last = open.pop();
      if (!last) throw new Error(`${id}: a label ends that has not begun`);
      last.end = text.length;
    }
  }
  if (open.length > 0) throw new Error(`${id}: a label does not end`);
  return { text: text + marked.slice(at), labels };
}

/** Two texts as one, with a line between them: a note on a pupil below a lesson plan. Header fields are those of the first. */
export function joined<Text extends Pick<LabelledText, 'text' | 'labels'>>(above: Text, below: Text): Text {
  const front = `${above.text}\n\n`;
  const by = front.length;
  const moved = below.labels.map((label) => ({ ...label, start: label.start + by, end: label.end + by }));
  return { ...above, text: front + below.text, labels: [...above.labels, ...moved] };
}

/** A text as the recognizers read it: normalised, tables of markup as plain ones; labels follow. */
export function asRead(source: LabelledText): LabelledText {
  const plain = normalize(source.text);
  const read = chained(plain, flattenMarkup(plain.text));
  if (read.text === source.text) return source;
  const origin = Array.from({ length: read.text.length }, (_, at) =>
    read.toOriginal({ start: at, end: at + 1 }),
  );
  const labels = source.labels.flatMap((label) => {
    const inside = (at: Span | undefined) => at && at.start < label.end && label.start < at.end;
    const start = origin.findIndex(inside);
    const end = origin.findLastIndex(inside) + 1;
    return start < 0 ? [] : [{ ...label, start, end }];
  });
  return { ...source, text: read.text, labels };
}
