/**
 * A policy as values of the registry of Windows, and as a .reg file. How browsers read it: Chromium,
 * components/policy/core/common/registry_dict.cc and policy_loader_win.cc; see docs/policy-formats.md.
 */
import { isObject, type RawPolicy, type Shape, shapeOf } from './managed.ts';
import type { Targets } from './targets.ts';

/** A value in the key of a policy, or in a key below it. */
export interface RegistryValue {
  /** Below the key of the policy, parts parted by \; '' is that key itself. */
  key: string;
  name: string;
  /** A number is a REG_DWORD, words are a REG_SZ. */
  data: string | number;
}

const MOST = 0x7fffffff;

/** A policy as values: switches and numbers as numbers, lists as numbered values of a key, objects as JSON. */
export function registryValues(policy: RawPolicy): RegistryValue[] {
  return Object.entries(policy).flatMap(([name, value]) =>
    Array.isArray(value)
      ? value.map((entry, i) => ({ key: name, name: String(i + 1), data: wordsOf(entry) }))
      : [{ key: '', name, data: dataOf(value) }],
  );
}

function dataOf(value: unknown): string | number {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value !== 'number') return wordsOf(value);
  return Number.isInteger(value) && value >= 0 && value <= MOST ? value : String(value);
}

const wordsOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** The policy that values are, as a browser would read it; what does not fit its field stays as it is. */
export function policyOfValues(values: RegistryValue[]): RawPolicy {
  const root: Tree = { values: {}, keys: {} };
  for (const { key, name, data } of values) {
    let tree = root;
    for (const part of key.split('\\').filter(Boolean)) {
      const inner = own(tree.keys, part) ?? { values: {}, keys: {} };
      set(tree.keys, part, inner);
      tree = inner;
    }
    set(tree.values, name, data);
  }
  const policy: RawPolicy = {};
  for (const [name, data] of Object.entries(root.values)) set(policy, name, valueFrom(data, shapeOf(name)));
  for (const [name, tree] of Object.entries(root.keys)) set(policy, name, valueFromTree(tree, shapeOf(name)));
  return policy;
}

interface Tree {
  values: Record<string, string | number>;
  keys: Record<string, Tree>;
}

const own = <T>(record: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
/** `__proto__` is a name like any other in a file. */
function set<T>(record: Record<string, T>, key: string, value: T): void {
  Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
}

function valueFrom(data: string | number, shape: Shape | undefined): unknown {
  const type = shape?.type;
  if (type === 'boolean' && /^-?\d+$/.test(String(data))) return Number(data) !== 0;
  if (type === 'number' && String(data).trim() !== '' && Number.isFinite(Number(data))) return Number(data);
  if ((type === 'list' || type === 'object') && typeof data === 'string') {
    const value = parsed(data);
    if (type === 'list' ? Array.isArray(value) : isObject(value)) return value;
  }
  return data;
}

function valueFromTree({ values, keys }: Tree, shape: Shape | undefined): unknown {
  const entries: [string, unknown][] = [
    ...Object.entries(values).map(([name, data]): [string, unknown] => [name, valueFrom(data, shape?.inner)]),
    ...Object.entries(keys).map(([name, tree]): [string, unknown] => [
      name,
      valueFromTree(tree, shape?.inner),
    ]),
  ];
  const isNumbered = entries.every(([name]) => /^\d+$/.test(name));
  if (shape ? shape.type !== 'list' || !isNumbered : !isNumbered || entries.length === 0) {
    const value = {};
    for (const [name, one] of entries) set(value as Record<string, unknown>, name, one);
    return value;
  }
  return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The keys of a policy below HKEY_LOCAL_MACHINE, for each browser. */
export function registryKeys({ chrome, edge }: Targets): { name: string; key: string }[] {
  const below = (vendor: string, id: string) =>
    `SOFTWARE\\Policies\\${vendor}\\3rdparty\\extensions\\${id}\\policy`;
  return [
    { name: 'Google Chrome', key: below('Google\\Chrome', chrome.id) },
    { name: 'Microsoft Edge', key: below('Microsoft\\Edge', edge.id) },
  ];
}

/** A .reg file for Chrome and Edge. It takes away first what an earlier file has put there. All of it is ASCII. */
export function regFile(policy: RawPolicy, targets: Targets): string {
  const values = registryValues(policy);
  const lines = ['Windows Registry Editor Version 5.00', ''];
  for (const { name, key } of registryKeys(targets)) {
    const path = `HKEY_LOCAL_MACHINE\\${key}`;
    lines.push(`; Chalkline in ${name}`, `[-${path}]`, '');
    for (const [below, inside] of Map.groupBy(values, (value) => value.key)) {
      lines.push(`[${below === '' ? path : `${path}\\${below}`}]`);
      lines.push(...inside.map((value) => `${quoted(value.name)}=${written(value.data)}`), '');
    }
  }
  return lines.join('\r\n');
}

const quoted = (text: string) => `"${text.replace(/[\\"]/g, '\\$&')}"`;

function written(data: string | number): string {
  if (typeof data === 'number') return `dword:${data.toString(16).padStart(8, '0')}`;
  // Regedit reads a file without a byte order mark in the code page of the machine, and quotes hold one line.
  return /^[ -~]*$/.test(data) ? quoted(data) : `hex(1):${hexOf(`${data}\0`)}`;
}

/** UTF-16, the low byte first, at most 24 bytes a line. */
function hexOf(text: string): string {
  const hex = Array.from({ length: text.length }, (_, i) => {
    const unit = text.charCodeAt(i).toString(16).padStart(4, '0');
    return `${unit.slice(2)},${unit.slice(0, 2)}`;
  });
  const lines = Array.from({ length: Math.ceil(hex.length / 12) }, (_, i) =>
    hex.slice(i * 12, i * 12 + 12).join(','),
  );
  return lines.join(',\\\r\n  ');
}

/** The policy of one browser in a .reg file or script. */
export interface RegistryPolicy {
  browser: 'chrome' | 'edge';
  id: string;
  values: RegistryValue[];
}

const POLICY_KEY =
  /^(?:HKEY_[A-Z_]+\\|HK[LC][MU]\\)?SOFTWARE\\Policies\\(Google\\Chrome|Chromium|Microsoft\\Edge)\\3rdparty\\extensions\\([a-p]{32})\\policy(?:\\(.*))?$/is;

/** Reads the path of a key. Out: which policy it belongs to, and where below its key; nothing for any other key. */
export function readKey(path: string): { browser: 'chrome' | 'edge'; id: string; below: string } | undefined {
  const [, vendor, id, below = ''] = POLICY_KEY.exec(path) ?? [];
  if (vendor === undefined || id === undefined) return undefined;
  return { browser: /edge$/i.test(vendor) ? 'edge' : 'chrome', id: id.toLowerCase(), below };
}

const LINE = new RegExp(
  [
    /^[ \t]*\[(-?)([^\]\r\n]+)\][ \t]*$/,
    /^[ \t]*(?:"((?:[^"\\]|\\[\s\S])*)"|@)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\[\s\S])*)"|dword:([0-9a-f]{1,8})|(hex(?:\([0-9a-f]+\))?):([0-9a-f, \t]*(?:\\\r?\n[0-9a-f, \t]*)*)|(-))/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gim',
);

/** Reads a .reg file, also one that regedit wrote. Out: the policies of extensions in it, and the keys of everything else. */
export function readReg(text: string): { policies: RegistryPolicy[]; ignored: string[] } {
  const policies = new Map<string, RegistryPolicy>();
  const ignored = new Set<string>();
  let key = '';
  for (const [, minus, path, name = '', words, dword, kind, bytes = ''] of text.matchAll(LINE)) {
    if (path !== undefined) {
      key = minus ? '' : path;
      continue;
    }
    if (key === '') continue;
    const place = readKey(key);
    const data =
      words !== undefined
        ? unescaped(words)
        : dword !== undefined
          ? Number.parseInt(dword, 16)
          : textOfHex(kind, bytes);
    if (!place || data === undefined) {
      ignored.add(place ? `${key}\\${unescaped(name)}` : key);
      continue;
    }
    const { browser, id, below } = place;
    const policy = policies.get(`${browser} ${id}`) ?? { browser, id, values: [] };
    policies.set(`${browser} ${id}`, policy);
    policy.values.push({ key: below, name: unescaped(name), data });
  }
  return { policies: [...policies.values()], ignored: [...ignored] };
}

const unescaped = (text: string) => text.replace(/\\([\s\S])/g, '$1');

/** The words of a REG_SZ or REG_EXPAND_SZ that is written as bytes. */
function textOfHex(kind: string | undefined, bytes: string): string | undefined {
  if (kind === undefined || !/^hex\((?:1|2)\)$/i.test(kind)) return undefined;
  const all = bytes.match(/[0-9a-f]{1,2}/gi)?.map((byte) => Number.parseInt(byte, 16)) ?? [];
  const units = Array.from({ length: all.length >> 1 }, (_, i) => all[2 * i]! | (all[2 * i + 1]! << 8));
  return units
    .map((unit) => String.fromCharCode(unit))
    .join('')
    .replace(/\0+$/, '');
}
