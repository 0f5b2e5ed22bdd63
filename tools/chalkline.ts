/** The command line: `node tools/chalkline.ts`. What it promises is in docs/design.md, "Command line". */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { unpackDigest } from '../lib/class-list/digest.ts';
import { digestOf } from '../lib/class-list/digest-of.ts';
import type { ListedPerson } from '../lib/class-list/person.ts';
import type { Finding } from '../lib/detect/finding.ts';
import { backPlan } from '../lib/file-back.ts';
import { decodeText } from '../lib/files/decode-text.ts';
import {
  type FileKind,
  FileProblem,
  type FileProblemCode,
  type OpenedFile,
  type Swap,
  type Unread,
} from '../lib/files/file.ts';
import { kindOf } from '../lib/files/kind.ts';
import { openFile } from '../lib/files/open.ts';
import { openText } from '../lib/files/text/open-text.ts';
import { patternsOf } from '../lib/lazy-patterns.ts';
import { type Advice, biasAdvice } from '../lib/learn/bias.ts';
import { canonicalPolicy } from '../lib/policy/canonical.ts';
import { checkPolicy, linePlaces } from '../lib/policy/check.ts';
import { decide, isAlarm } from '../lib/policy/decide.ts';
import { isDocument } from '../lib/policy/defaults.ts';
import { type FileKind as PolicyFileKind, readPolicyFile } from '../lib/policy/formats/read-file.ts';
import { addKnown } from '../lib/policy/known.ts';
import type { Decision, EffectivePolicy } from '../lib/policy/policy.ts';
import { SITE_CHECKS, withAllProblems } from '../lib/policy-checks.ts';
import type { Alias } from '../lib/redact/alias.ts';
import { groupDecisions } from '../lib/redact/group.ts';
import { type Mention, redact } from '../lib/redact/redact.ts';
import { restoreAliases, restoreExact } from '../lib/redact/restore.ts';
import { standInKind } from '../lib/redact/stand-in.ts';
import { assignAliases, emptyVault } from '../lib/redact/vault.ts';
import { isSurelyGeneral, standInOf, styleOf, writeDetails, writingOf } from '../lib/redact/written.ts';

const USAGE = `usage: node tools/chalkline.ts COMMAND [FILE]    (FILE - or none: standard input)
  scan [FILE]      --format text|json|jsonl  --check    (findings, and advice on fairness)
  redact [FILE]    --aliases OUT.json  --output OUT  --everything
  scan and redact  --policy FILE  --class-list FILE  --min-score N  --withhold FILE
  restore [FILE]   --aliases IN.json  --output OUT
  policy check FILE
  policy hash FILE    (as the support details have it)
  pack check FILE
exit: 0 it ran, 1 policy or pack not valid, 2 it could not run, 3 an alarm under --check`;

/** An end with one line for stderr. Its message never holds text of a draft. */
class Stop extends Error {
  readonly exit: number;
  constructor(message: string, exit = 2) {
    super(message);
    this.exit = exit;
  }
}

interface AliasFile {
  version: 1;
  aliases: Alias[];
  mentions: Mention[];
  /** Of the redacted text's UTF-8 bytes. */
  sha256: string;
}

async function main(argv: string[]): Promise<number> {
  const { values, positionals } = readArguments(argv);
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const [command, ...rest] = positionals;
  const [file, ...more] = command === 'policy' || command === 'pack' ? rest.slice(1) : rest;
  if (more.length > 0) throw new Stop('one FILE at a time');

  if (command === 'scan') return scan(file, values);
  if (command === 'redact') return redactFile(file, values);
  if (command === 'restore') return restore(file, values);
  if (command === 'policy' && rest[0] === 'check') return checkPolicyIn(file);
  if (command === 'policy' && rest[0] === 'hash') return hashPolicyFile(file);
  if (command === 'pack' && rest[0] === 'check') return checkPackFile(file, values);
  throw new Stop(
    command === undefined ? 'no command; --help lists them' : 'no such command; --help lists them',
  );
}

type Options = ReturnType<typeof readArguments>['values'];

function readArguments(args: string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: text,
        check: flag,
        policy: text,
        'class-list': text,
        'min-score': text,
        withhold: text,
        aliases: text,
        output: text,
        everything: flag,
        help: flag,
      },
    });
  } catch (error) {
    throw new Stop(error instanceof Error ? error.message.split(/[.\n]/)[0]! : 'bad arguments');
  }
}

async function scan(file: string | undefined, options: Options): Promise<number> {
  const format = options.format ?? 'text';
  if (format !== 'text' && format !== 'json' && format !== 'jsonl')
    throw new Stop('--format is text, json or jsonl');
  const decideAbout = await decider(options);
  const draft = format === 'jsonl' ? undefined : await readDraft(file);
  const text = draft?.text ?? readText(file);
  const opened = draft && openedIn(draft);
  tellUnread(opened?.unread);
  let alarm = false;
  let badLine = false;
  const look = (draft: string) => {
    const looked = decideAbout(draft);
    alarm ||= looked.decisions.some(isAlarm);
    return looked;
  };
  /** What json and jsonl print of a text. */
  const report = (draft: string) => {
    const { decisions, advice, languageUnsure } = look(draft);
    return {
      findings: decisions.map((d) => shown(draft, d)),
      advice: advice.map(({ code, task, cue }) => ({ code, task, cue })),
      languageUnsure,
    };
  };

  if (format === 'jsonl') {
    const lines = text.replace(/^\uFEFF/, '').split('\n');
    if (lines.at(-1) === '') lines.pop();
    for (const line of lines) {
      const item = readItem(line);
      badLine ||= item === undefined;
      writeLine(
        JSON.stringify(
          item
            ? { id: item.id, ...report(item.text) }
            : { id: null, error: 'not an object with id and text' },
        ),
      );
    }
  } else if (format === 'json') {
    const { kind, parts, unread } = opened ?? {};
    writeLine(JSON.stringify({ ...report(text), kind, parts, unread }, null, 2));
  } else {
    const place = linePlaces(text);
    const { decisions, advice, languageUnsure } = look(text);
    if (languageUnsure) tellLanguage();
    for (const { code, task, cue, taskSpans } of advice) {
      const { line, column } = place(taskSpans[0]!.start);
      writeLine(`${line}:${column} ${code} ${task} ${cue}`);
    }
    for (const { finding: f, action } of decisions) {
      const { line, column } = place(f.span.start);
      const codes = f.because.map((b) => b.code).join(', ');
      // Quoted as JSON, since a finding may hold a line break.
      const quoted = JSON.stringify(text.slice(f.span.start, f.span.end));
      writeLine(`${line}:${column} ${f.category} ${f.score.toFixed(2)} ${action} [${codes}] ${quoted}`);
    }
  }
  if (badLine) throw new Stop('some lines are not an object with id and text');
  return options.check && alarm ? 3 : 0;
}

/** No file is written over another one. */
function checkPlaces(file: string | undefined, { output, aliases }: Options): void {
  const places = [file, output, aliases].filter((place) => place !== undefined).map((one) => resolve(one));
  if (new Set(places).size < places.length)
    throw new Stop('FILE, --output and --aliases are different files');
}

function writeOutput(output: string, bytes: Uint8Array): void {
  try {
    writeFileSync(output, bytes);
  } catch (error) {
    throw new Stop(`cannot write the output (${codeOf(error)})`);
  }
}

async function redactFile(file: string | undefined, options: Options): Promise<number> {
  if (options.aliases === undefined) throw new Stop('redact needs --aliases OUT.json');
  const { aliases: aliasesFile, output } = options;
  checkPlaces(file, options);
  const decideAbout = await decider(options);
  const draft = await readDraft(file);
  const { text } = draft;
  tellUnread(openedIn(draft)?.unread);
  const { decisions, languageUnsure, policy, people } = decideAbout(text);
  const writing = writingOf(policy, output !== undefined && openedIn(draft) !== undefined);
  if (languageUnsure) tellLanguage();
  const groups = groupDecisions(decisions, { notes: options.everything }).filter(
    (g) => !isDocument(g.category) && (options.everything || g.list === 'swap'),
  );
  const requests = groups.map((g) => ({
    entity: g.entity,
    category: g.category,
    role: g.role,
    forms: g.mentions.map((span) => text.slice(span.start, span.end)),
    ...(styleOf(writing, g.category) === 'stand-in' && { standIn: standInKind(text, g.mentions) }),
  }));
  const taken = people.flatMap(({ first, last, nickname = '' }) => [first, last, nickname]);
  const { aliases } = assignAliases(emptyVault(), requests, text, [], {
    taken,
    used: [],
    random: Math.random,
  });
  const details = groups.flatMap((g, i) => {
    const isGeneral =
      styleOf(writing, g.category) === 'generalize' && isSurelyGeneral(text, g.category, g.mentions);
    return g.mentions.map((span) => ({
      ...{ span, category: g.category, label: aliases[i]!.surrogate, isGeneral },
      ...{ alias: aliases[i]!, standIn: standInOf(aliases[i]!) },
    }));
  });
  details.sort((a, b) => a.span.start - b.span.start);
  const written = writeDetails(text, details, writing);
  const swaps = written.map(({ span, words }) => ({ span, surrogate: words! }));
  const redacted = redact(text, swaps);
  const copy = output === undefined ? undefined : await copyOf(draft, swaps, redacted);
  const { mentions, text: readBack } = copy ?? redacted;
  // As they are written, which in a text of two languages may be two of one person. General words name nobody.
  const asWritten = new Map(
    written.flatMap(({ words, way }, i) => {
      if (way === 'general') return [];
      const { standIn, original, category, entity } = details[i]!.alias;
      const surrogate = way === 'stand-in' ? standIn! : words!;
      return [[surrogate, { surrogate, original, category, entity }] as const];
    }),
  );
  const out: AliasFile = { version: 1, aliases: [...asWritten.values()], mentions, sha256: sha256(readBack) };
  try {
    writeFileSync(aliasesFile, `${JSON.stringify(out, null, 2)}\n`, { mode: 0o600 });
  } catch (error) {
    throw new Stop(`cannot write the aliases file (${codeOf(error)})`);
  }
  if (output === undefined || copy === undefined) {
    process.stdout.write(redacted.text);
    return 0;
  }
  writeOutput(output, copy.bytes);
  return 0;
}

/** Read as they stand and without their names, so that offsets are those of the file. */
const AS_THEY_STAND = ['txt', 'md', 'csv', 'tsv'] as const;
type PlainKind = (typeof AS_THEY_STAND)[number];
const isPlain = (kind: FileKind): kind is PlainKind => AS_THEY_STAND.some((one) => one === kind);
/** The other kinds that are text underneath. */
const MARKED_UP: ReadonlySet<FileKind> = new Set(['json', 'html', 'rtf', 'ics', 'eml']);

interface Draft {
  text: string;
  /** A file with its name first, or a plain text as it stands. */
  from: OpenedFile | { plain: PlainKind; bytes: Uint8Array };
}

const openedIn = ({ from }: Draft): OpenedFile | undefined => ('plain' in from ? undefined : from);

async function readDraft(file: string | undefined): Promise<Draft> {
  const bytes = readBytes(file);
  if (isInput(file)) return { text: decodeInput(bytes), from: { plain: 'txt', bytes } };
  const name = basename(file);
  return withProblems(async () => {
    const kind = kindOf(bytes, name);
    if (isPlain(kind)) return { text: decodeText(bytes), from: { plain: kind, bytes } };
    const opened = await openFile(bytes, name);
    return { text: opened.text, from: opened };
  });
}

/**
 * The file again with swaps made: its bytes, and its text as it is read again, without the line that is its name. The
 * mentions are where the originals stood in that; none where it is not the text that `redact` would print, since it was
 * quoted anew, or lost its properties.
 */
async function copyOf({ text, from }: Draft, swaps: Swap[], redacted: ReturnType<typeof redact>) {
  return withProblems(async () => {
    const plain = 'plain' in from;
    const opened = plain ? await openText(from.plain, from.bytes, '') : from;
    const shift = plain ? opened.parts[0]!.end - (text.startsWith('\uFEFF') ? 1 : 0) : 0;
    const { bytes, name } = await opened.rewrite(
      swaps.map(({ span: { start, end }, surrogate }) => ({
        span: { start: start + shift, end: end + shift },
        surrogate,
      })),
    );
    const again = plain || isPlain(kindOf(bytes, name)) ? undefined : await openFile(bytes, name);
    const copy = again ? again.text.slice(again.parts[0]!.end) : decodeText(bytes);
    const nameLine = plain ? 0 : redacted.text.indexOf('\n') + 1;
    const mentions = redacted.text.startsWith(copy, nameLine)
      ? redacted.mentions
          .map(({ start, end, original }) => ({ start: start - nameLine, end: end - nameLine, original }))
          .filter(({ start, end }) => start >= 0 && end <= copy.length)
      : [];
    return { bytes, text: copy, mentions };
  });
}

const PROBLEMS: Record<FileProblemCode, string> = {
  password: 'the file is locked with a password',
  damaged: 'the file is damaged',
  'unknown-kind': 'files of this kind are not read or written',
  'too-large': 'the file is over 50 MB, or unpacks to far more',
  cancelled: 'stopped',
};

async function withProblems<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof FileProblem ? new Stop(PROBLEMS[error.code]) : error;
  }
}

/** What of a file was not read, for people. */
function tellUnread(unread: Unread[] = []): void {
  if (unread.length === 0) return;
  process.stderr.write(`not read: ${unread.map(({ what, times }) => `${what} (${times})`).join(', ')}\n`);
}

async function restore(file: string | undefined, options: Options): Promise<number> {
  if (options.aliases === undefined) throw new Stop('restore needs --aliases IN.json');
  checkPlaces(file, options);
  const stored = readAliasFile(options.aliases);
  if (options.output !== undefined) return restoreTo(options.output, file, stored);
  const text = await readAnswer(file);
  if (stored.mentions.length > 0 && sha256(text) === stored.sha256) {
    try {
      process.stdout.write(restoreExact(text, stored.mentions));
    } catch {
      throw new Stop('the aliases file does not fit this text');
    }
    return 0;
  }
  const restored = restoreAliases(text, stored.aliases);
  process.stdout.write(restored.text);
  tellUnknown(restored.unknown);
  return 0;
}

function tellUnknown(labels: string[]): void {
  if (labels.length > 0) process.stderr.write(`not known: ${labels.join(', ')}\n`);
}

/** Writes the same file with originals in the place of labels: of the unchanged text by its mentions, else by its labels. */
async function restoreTo(
  output: string,
  file: string | undefined,
  { aliases, mentions, sha256: sum }: AliasFile,
): Promise<number> {
  const bytes = readBytes(file);
  // Stops where it is not UTF-8.
  if (isInput(file)) decodeInput(bytes);
  return withProblems(async () => {
    const name = isInput(file) ? '' : basename(file);
    const kind = isInput(file) ? 'txt' : kindOf(bytes, name);
    const opened = isPlain(kind) ? await openText(kind, bytes, '') : await openFile(bytes, name);
    tellUnread(opened.unread);
    const from = opened.parts[0]!.end;
    const isUnchanged = mentions.length > 0 && sha256(opened.text.slice(from)) === sum;
    const plan = backPlan(opened, aliases);
    const swaps = isUnchanged
      ? mentions.map(({ start, end, original }) => ({
          ...{ span: { start: from + start, end: from + end }, surrogate: original },
        }))
      : plan.swaps;
    writeOutput(output, (await opened.rewrite(swaps)).bytes);
    if (!isUnchanged) tellUnknown(plan.unknown);
    return 0;
  });
}

/** The text of a file to restore: what is text underneath stays as it is, of anything else what can be read in it. */
async function readAnswer(file: string | undefined): Promise<string> {
  if (isInput(file)) return readText(file);
  const bytes = readBytes(file);
  return withProblems(async () => {
    const name = basename(file);
    const kind = kindOf(bytes, name);
    if (isPlain(kind) || MARKED_UP.has(kind)) return decodeText(bytes);
    const { text, parts } = await openFile(bytes, name);
    return text.slice(parts[0]!.end);
  });
}

/** Says what is wrong with a policy in any file that the policy builder writes (docs/policy-formats.md). */
async function checkPolicyIn(file: string | undefined): Promise<number> {
  const { checkPolicyFile } = await import('../lib/policy/formats/check-file.ts');
  const { faultOf } = await import('../lib/patterns.ts');
  const { kind, problems, policies, ignored } = checkPolicyFile(readText(file), {
    ...SITE_CHECKS,
    faultOf,
  });
  for (const { place, field, hint } of problems) {
    writeLine(`${place ? `${place.line}:${place.column} ` : ''}${field}: ${hint}`);
  }
  if (ignored.length > 0) process.stderr.write(`not looked at: ${ignored.join(', ')}\n`);
  if (problems.length > 0) return 1;
  if (policies === 0) writeLine('No policy of Chalkline is in it.');
  else writeLine(kind === 'plain' ? 'The policy is valid.' : `The policy is valid (${KINDS[kind]}).`);
  return 0;
}

const KINDS: Record<Exclude<PolicyFileKind, 'plain'>, string> = {
  google: "for Google's Admin console",
  linux: 'for Chrome, Chromium or Edge on Linux',
  firefox: "Firefox's policies.json",
  registry: 'registry of Windows',
  script: 'PowerShell for Intune',
  mac: 'profile for macOS',
};
/** The hash by which a policy is told in the support details that a teacher copies. */
function hashPolicyFile(file: string | undefined): number {
  const policy = canonicalPolicy(readPolicy(file));
  writeLine(policy === '' ? 'none' : sha256(policy));
  return 0;
}

/** Says what is wrong with a pack, and which of its words may point to a student: those entries nobody can take in. */
async function checkPackFile(file: string | undefined, options: Options): Promise<number> {
  const text = readText(file).replace(/^\uFEFF/, '');
  const { checkPack } = await import('../lib/learn/check-pack.ts');
  const { wordsOfEntry } = await import('../lib/learn/pack.ts');
  const { taskIds } = await import('../lib/learn/prompts.ts');
  const { alarmWords } = await import('../lib/scan-pack.ts');
  const { pack, problems, placeOf } = checkPack(text, taskIds());
  for (const p of problems) writeLine(`${p.line}:${p.column} ${p.field}: ${p.hint}`);
  let named = 0;
  if (pack) {
    const decideAbout = await decider(options);
    const look = (id: string, words: string) => {
      const found = alarmWords(words, decideAbout(words).decisions);
      if (found.length === 0) return;
      named++;
      const { line, column } = placeOf(id);
      writeLine(
        `${line}:${column} may point to a student: ${found.map((one) => JSON.stringify(one)).join(', ')}`,
      );
    };
    look('', pack.title);
    for (const entry of [...pack.prompts, ...pack.tips]) look(entry.id, wordsOfEntry(entry).join('\n'));
    if (problems.length + named === 0) {
      writeLine(`The pack is valid. Prompts: ${pack.prompts.length}, tips: ${pack.tips.length}.`);
    }
  }
  return problems.length + named === 0 ? 0 : 1;
}

interface Looked {
  decisions: Decision[];
  advice: Advice[];
  languageUnsure: boolean;
  policy: EffectivePolicy;
  /** Who is on the class list. */
  people: ListedPerson[];
}

/** What `scan` and `redact` share: from a text to its decisions under the options. */
async function decider(options: Options): Promise<(text: string) => Looked> {
  const minScore = options['min-score'] === undefined ? 0 : Number(options['min-score'] || Number.NaN);
  if (!(minScore >= 0 && minScore <= 1)) throw new Stop('--min-score is a number from 0 to 1');
  const district = options.policy === undefined ? undefined : readPolicy(options.policy);
  const policy = await withAllProblems({ district, teacher: undefined });
  if (policy.problems.length > 0) {
    process.stderr.write(`policy not understood in: ${policy.problems.map((p) => p.field).join(', ')}\n`);
  }
  const people = await listedPeople(options['class-list']);
  const digest = people.length > 0 ? unpackDigest(digestOf(people, [0, 0])) : null;
  const withheld = new Set(
    options.withhold === undefined
      ? []
      : readText(options.withhold).toLowerCase().split(/\s+/).filter(Boolean),
  );
  const patterns = await patternsOf(policy);

  // Loaded here, because restore and policy check need no detector and start faster without one.
  const { loadDetector } = await import('./load-detector.ts');
  const detector = loadDetector({ withhold: withheld });
  return (text) => {
    const findings = detector.detect(text).filter((f) => f.score >= minScore);
    const named = addKnown(text, findings, policy, { digest, kindOf: detector.kindOfWord, patterns });
    const advice = policy.policy.topicsOff.includes('bias') ? [] : biasAdvice(text, named);
    return {
      decisions: decide(text, named, policy),
      advice,
      languageUnsure: detector.languageUnsure(text),
      policy,
      people,
    };
  };
}

/** The policy in any file that the policy builder writes. */
function readPolicy(file: string | undefined): unknown {
  const text = readText(file);
  const found = readPolicyFile(text);
  if (!found) {
    const [problem] = checkPolicy(text);
    throw new Stop(`policy: ${problem?.hint} (${problem?.line}:${problem?.column})`, 1);
  }
  const [only, ...others] = found.policies;
  if (!only) throw new Stop('policy: none of Chalkline is in the file', 1);
  if (others.length > 0) throw new Stop('policy: the file holds several that differ', 1);
  return only.policy;
}

/** A finding as json and jsonl print it. */
function shown(text: string, { finding: f, action }: Decision) {
  const { start, end } = f.span;
  const { category, role, score, entity, fits } = f satisfies Finding;
  const because = f.because.map((b) => b.code);
  return { start, end, text: text.slice(start, end), category, role, score, action, entity, fits, because };
}

function readItem(line: string): { id: string | number; text: string } | undefined {
  try {
    const item: unknown = JSON.parse(line);
    if (typeof item !== 'object' || item === null || !('id' in item) || !('text' in item)) return undefined;
    const { id, text } = item;
    if ((typeof id !== 'string' && typeof id !== 'number') || typeof text !== 'string') return undefined;
    return { id, text };
  } catch {
    return undefined;
  }
}

function readAliasFile(file: string): AliasFile {
  let raw: unknown;
  try {
    raw = JSON.parse(readText(file).replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop('the aliases file is not JSON');
  }
  if (!isAliasFile(raw)) throw new Stop('the aliases file is not one that redact wrote');
  return raw;
}

function isAliasFile(raw: unknown): raw is AliasFile {
  const {
    version,
    aliases,
    mentions,
    sha256: sum,
  } = Object(raw) as Partial<Record<keyof AliasFile, unknown>>;
  return (
    version === 1 &&
    typeof sum === 'string' &&
    Array.isArray(aliases) &&
    aliases.every((a) => typeof a?.surrogate === 'string' && typeof a.original === 'string') &&
    Array.isArray(mentions) &&
    mentions.every(
      (m) => Number.isInteger(m?.start) && Number.isInteger(m.end) && typeof m.original === 'string',
    )
  );
}

/** The digest of a class list, in any of the forms that the page of class lists takes. Its key guards nothing here. */
async function listedPeople(file: string | undefined): Promise<ListedPerson[]> {
  if (file === undefined) return [];
  const bytes = readBytes(file);
  const { peopleOfFile } = await import('../lib/list-rows.ts');
  return peopleOfFile(bytes, basename(file)).catch((error: unknown) => {
    throw new Stop(
      `cannot read ${file} as a class list (${error instanceof FileProblem ? error.code : 'damaged'})`,
    );
  });
}

/** Standard input must be UTF-8. A FILE is read in its own encoding. */
function readText(file: string | undefined): string {
  const bytes = readBytes(file);
  return isInput(file) ? decodeInput(bytes) : decodeText(bytes);
}

const isInput = (file: string | undefined): file is undefined | '-' => file === undefined || file === '-';

function readBytes(file: string | undefined): Uint8Array {
  try {
    return readFileSync(isInput(file) ? 0 : file);
  } catch (error) {
    // A closed standard input is an empty one.
    if (isInput(file) && codeOf(error) === 'EOF') return new Uint8Array();
    throw new Stop(`cannot read ${isInput(file) ? 'standard input' : file} (${codeOf(error)})`);
  }
}

function decodeInput(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Stop('standard input is not UTF-8');
  }
}

/** Where the output is for people, or goes on as text: a scan that names nobody may have missed them. */
function tellLanguage(): void {
  process.stderr.write('I read English and Spanish. I may miss names here.\n');
}

function writeLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

// A reader that stops early (| head) is no error.
process.stdout.on('error', () => process.exit());

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const message =
    error instanceof Stop ? error.message : `stopped (${error instanceof Error ? error.name : 'error'})`;
  process.stderr.write(`chalkline: ${message}\n`);
  process.exitCode = error instanceof Stop ? error.exit : 2;
}
