/** HTML: its words as a browser shows them, its attributes, comments and links, and the same page with other words. */
import { QuoteType, Tokenizer } from 'htmlparser2';
import type { PartKind, Unread } from '../file.ts';
import { type Edit, type Piece, plain, type Reading, type Section, section } from '../source-text.ts';

/** Begin and end a line. */
const BLOCKS = new Set(
  'address article aside body center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset head header hgroup html legend li main menu nav noscript optgroup option search section select summary text textarea title'.split(
    ' ',
  ),
);
/** Stand apart from what is before and behind, as paragraphs do. */
const APART = new Set('blockquote h1 h2 h3 h4 h5 h6 hr ol p pre table ul'.split(' '));
const ROWS = new Set('tr thead tbody tfoot caption'.split(' '));
const UNREAD = new Set(['script', 'style']);
/** Attributes that a browser shows as words where their element stands. */
const SHOWN = new Set(['alt', 'value', 'placeholder', 'label']);
const LINKS = new Set(
  'href src action formaction cite data poster background srcset xlink:href longdesc usemap profile'.split(
    ' ',
  ),
);
/** About looks and working. A name in them is swapped all the same where it is swapped elsewhere (`Sweep`). */
const LOOKS =
  /^(?:style|class|id|for|face|lang|type|role|scope|rel|target|name|charset|http-equiv|media|width|height|align|valign|color|bgcolor|text|v?link|alink|dir|method|on[a-z]+|data-sheets-[a-z-]+)$/;
/** An address, words, a name or a number: what another attribute is read for. */
const WORTH = /@|\p{Lu}\p{Ll}|\p{L} \p{L}|\d{4}/u;
/** Who wrote a page is in its `meta` under such names, and goes. */
const AUTHOR = /^(?:author|creator|dc\.creator|dcterms\.creator|changedby|company|manager)$/i;
/** About the page and not its words; the name of `http-equiv` is empty. */
const TECHNICAL = /^(?:|generator|viewport|robots|theme-color|progid|originator)$/i;
/** Word and LibreOffice leave the properties of a document in a comment. */
const OFFICE_AUTHOR = /<o:(?:Author|LastAuthor|Company|Manager)>([^<]*)</gi;

const SPACES = /[ \t\r\n\f]{2,}|[\t\r\n\f]|^ | $/g;
const PERCENT = /(?:%[0-9a-f]{2})+/gi;

const CHARACTERS: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const asText = (words: string): string => words.replace(/[&<>]/g, (mark) => CHARACTERS[mark]!);
const asValue = (words: string): string => words.replace(/[&<>"']/g, (mark) => CHARACTERS[mark]!);
const asAddress = (words: string): string => asValue(encodeURIComponent(words));
const inComment = (words: string): string => words.replaceAll('-', '\u2010');

interface Attribute {
  name: string;
  from: number;
  to: number;
  quoted: boolean;
  /** Its value with entities resolved. */
  pieces: Piece[];
}

/** A run of pieces of a kind, and what is to be put before the next one. */
class Flow {
  readonly pieces: Piece[] = [];
  #lines = 0;
  #tabs = 0;
  #space: Piece | undefined;
  #begun = false;

  /** Ends the line; `lines` 2: leaves a blank one. */
  break(lines: number): void {
    this.#lines = Math.max(this.#lines, lines);
    this.#tabs = 0;
    this.#space = undefined;
  }

  tab(): void {
    this.#tabs++;
    this.#space = undefined;
  }

  space(piece: Piece): void {
    this.#space ??= piece;
  }

  add(piece: Piece): void {
    if (this.#begun && this.#lines > 0) this.pieces.push({ text: '\n'.repeat(this.#lines) });
    else if (this.#begun && this.#tabs === 0 && this.#space) this.pieces.push(this.#space);
    if (this.#tabs > 0) this.pieces.push({ text: '\t'.repeat(this.#tabs) });
    this.pieces.push(piece);
    this.#begun = true;
    this.#lines = 0;
    this.#tabs = 0;
    this.#space = undefined;
  }

  /** Pieces in a line of their own. */
  line(pieces: readonly Piece[]): void {
    this.break(1);
    for (const piece of pieces) this.add(piece);
    this.break(1);
  }
}

/** Reads a page, or a piece of one. Any string is fine. */
export function readHtml(source: string): Reading {
  const flows = { body: new Flow(), comments: new Flow(), links: new Flow(), properties: new Flow() };
  const body = flows.body;
  /** Read by nobody. */
  const skipped: { from: number; to: number; write(words: string): string }[] = [];
  const emptied: Edit[] = [];
  let pictures = 0;
  let scripts = 0;

  let tag = '';
  let attributes: Attribute[] = [];
  let attribute: Attribute | undefined;
  /** What is to be unread or as it is up to the end of its element. */
  let unread = '';
  let exact = 0;
  let inCell = false;
  let cells = 0;

  function words(start: number, end: number): void {
    if (unread) {
      skipped.push({ from: start, to: end, write: plain });
      if (unread === 'script' && source.slice(start, end).trim() !== '') scripts++;
      return;
    }
    if (exact > 0) {
      body.add({ text: source.slice(start, end), from: start, write: asText });
      return;
    }
    let at = start;
    for (const { 0: spaces, index } of source.slice(start, end).matchAll(SPACES)) {
      const from = start + index;
      if (from > at) body.add({ text: source.slice(at, from), from: at, write: asText });
      at = from + spaces.length;
      body.space({ text: ' ', from, to: at, rebuild: asText });
    }
    if (end > at) body.add({ text: source.slice(at, end), from: at, write: asText });
  }

  function structure(name: string, opens: boolean): void {
    if (name === 'td' || name === 'th') {
      inCell = opens;
      if (opens && cells++ > 0) body.tab();
    } else if (ROWS.has(name) || name === 'table') {
      inCell = false;
      cells = 0;
      body.break(name === 'table' ? 2 : 1);
    } else if (name === 'br' || BLOCKS.has(name) || APART.has(name)) {
      if (inCell) body.space({ text: ' ' });
      else body.break(APART.has(name) ? 2 : 1);
    }
    if (name === 'pre' || name === 'textarea') exact = opens ? exact + 1 : Math.max(0, exact - 1);
  }

  function readAttribute(one: Attribute): void {
    const value = one.pieces.map(({ text }) => text).join('');
    const meta = tag === 'meta' && one.name === 'content' && !TECHNICAL.test(nameOf(attributes));
    if (meta && isAuthor(attributes)) {
      flows.properties.line([{ text: `author: ${value}` }]);
      emptied.push({ from: one.from, to: one.to, words: one.quoted ? '' : '""' });
      return;
    }
    if (value.trim() === '') return;
    const link = LINKS.has(one.name);
    if (link && /^\s*data:/i.test(value)) {
      pictures++;
      return;
    }
    if (LOOKS.test(one.name) || (tag === 'meta' && !meta) || (link && /^(?:#|cid:)/i.test(value))) {
      skipped.push({ from: one.from, to: one.to, write: asValue });
      return;
    }
    const pieces = fitted(one, link);
    if (link) flows.links.line(pieces);
    else if (SHOWN.has(one.name) && !hasType(attributes, 'hidden')) {
      body.space({ text: ' ' });
      for (const piece of pieces) body.add(piece);
      body.space({ text: ' ' });
    } else if (one.name === 'title' || WORTH.test(value)) {
      const name = meta ? nameOf(attributes) : one.name;
      flows.properties.line([{ text: `${name}: ` }, ...pieces]);
    } else skipped.push({ from: one.from, to: one.to, write: asValue });
  }

  /** A value as it is written: with percent signs where it is an address, as a whole where it has no quotes. */
  function fitted({ pieces, quoted, from, to }: Attribute, link: boolean): Piece[] {
    const all = link ? pieces.flatMap((piece) => addressPieces(piece, source)) : pieces;
    if (quoted) return all;
    const write = link ? (text: string) => asValue(encodeURI(text)) : asValue;
    return [{ text: all.map(({ text }) => text).join(''), from, to, rebuild: (text) => `"${write(text)}"` }];
  }

  function openTag(): void {
    structure(tag, true);
    for (const one of attributes) readAttribute(one);
    if (UNREAD.has(tag)) unread = tag;
    attributes = [];
  }

  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        tag = source.slice(start, end).toLowerCase();
      },
      onattribname(start, end) {
        // Behind the name stands `=`, which may have spaces around it, and a quote.
        VALUE.lastIndex = end;
        const [mark = ''] = VALUE.exec(source) ?? [];
        const from = end + mark.length;
        attribute = {
          name: source.slice(start, end).toLowerCase(),
          from,
          to: from,
          quoted: true,
          pieces: [],
        };
      },
      onattribdata(start, end) {
        attribute?.pieces.push({ text: source.slice(start, end), from: start, write: asValue });
      },
      onattribentity(code) {
        // Where it stands is known at the next event only.
        attribute?.pieces.push({ text: String.fromCodePoint(code) });
      },
      onattribend(quote, end) {
        if (!attribute) return;
        attribute.quoted = quote !== QuoteType.Unquoted;
        attribute.to = attribute.quoted ? end - 1 : end;
        attribute.pieces = placed(attribute);
        if (quote !== QuoteType.NoValue) attributes.push(attribute);
        attribute = undefined;
      },
      onopentagend: openTag,
      onselfclosingtag: openTag,
      onclosetag(start, end) {
        const name = source.slice(start, end).toLowerCase();
        if (name === unread) unread = '';
        structure(name, false);
      },
      ontext: words,
      ontextentity(code, end) {
        const from = source.lastIndexOf('&', end - 1);
        const text = String.fromCodePoint(code);
        if (!unread) body.add({ text, from, to: end, rebuild: asText });
      },
      oncdata(start, end, offset) {
        words(start, end - offset);
      },
      oncomment(start, end, offset) {
        comment(start, end - offset);
      },
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );

  /** The words of a comment, which may hold tags of its own. */
  function comment(start: number, end: number): void {
    const text = source.slice(start, end);
    const authors = new Set<number>();
    for (const { 1: author = '', index, 0: found } of text.matchAll(OFFICE_AUTHOR)) {
      const from = start + index + found.length - 1 - author.length;
      authors.add(from);
      emptied.push({ from, to: from + author.length, words: '' });
    }
    for (const { 0: words, index } of text.matchAll(/[^<>]+/g)) {
      if (text[index - 1] === '<' || words.trim() === '') continue;
      const from = start + index;
      flows.comments.line([authors.has(from) ? { text: words } : { text: words, from, write: inComment }]);
    }
  }

  tokenizer.write(source);
  tokenizer.end();

  const sections = (Object.keys(flows) as (PartKind & keyof typeof flows)[])
    .map((kind) => section(kind, flows[kind].pieces, kind === 'comments'))
    .filter((one): one is Section => one !== undefined);
  const found: Unread[] = [];
  if (pictures > 0) found.push({ what: 'picture', times: pictures });
  if (scripts > 0) found.push({ what: 'macro', times: scripts });
  return {
    sections,
    unread: found,
    besides: (sweep) => [
      ...emptied,
      ...skipped.flatMap(({ from, to, write }) => sweep(source, from, to, write)),
    ],
  };
}

const VALUE = /\s*=\s*["']?/y;

const wordsOf = (attributes: readonly Attribute[], name: string): string =>
  attributes
    .find((one) => one.name === name)
    ?.pieces.map(({ text }) => text)
    .join('') ?? '';
const nameOf = (attributes: readonly Attribute[]): string =>
  wordsOf(attributes, 'name') || wordsOf(attributes, 'property');
const isAuthor = (attributes: readonly Attribute[]): boolean => AUTHOR.test(nameOf(attributes));
const hasType = (attributes: readonly Attribute[], type: string): boolean =>
  wordsOf(attributes, 'type').toLowerCase() === type;

/** The pieces of a value with the places of its entities: what lies between the others. */
function placed({ pieces, from, to }: Attribute): Piece[] {
  const all: Piece[] = [];
  let at = from;
  let entities = '';
  const flush = (end: number) => {
    if (entities) all.push({ text: entities, from: at, to: end, rebuild: asValue });
    entities = '';
  };
  for (const piece of pieces) {
    if (!('from' in piece)) {
      entities += piece.text;
      continue;
    }
    flush(piece.from);
    all.push(piece);
    at = piece.from + piece.text.length;
  }
  flush(to);
  return all;
}

/** A piece of an address with its percent signs resolved. */
function addressPieces(piece: Piece, source: string): Piece[] {
  if (!('write' in piece)) return [piece];
  const pieces: Piece[] = [];
  const end = piece.from + piece.text.length;
  let at = piece.from;
  const literal = (to: number) => {
    if (to > at) pieces.push({ text: source.slice(at, to), from: at, write: asAddress });
  };
  for (const { 0: raw, index } of piece.text.matchAll(PERCENT)) {
    let text: string;
    try {
      text = decodeURIComponent(raw);
    } catch {
      continue;
    }
    const from = piece.from + index;
    literal(from);
    at = from + raw.length;
    pieces.push({ text, from, to: at, rebuild: asAddress });
  }
  literal(end);
  return pieces;
}
