/** Reads a policy back from any file that it can be saved as. A file says by what it holds which kind it is. */
import { POLICY_FIELDS } from '../fields.ts';
import { readProfile } from './mac-profile.ts';
import { isObject, type RawPolicy } from './managed.ts';
import { readScript } from './power-shell.ts';
import { policyOfValues, readReg } from './registry.ts';
import type { BrowserName, Target } from './targets.ts';

export type FileKind = 'plain' | 'google' | 'linux' | 'firefox' | 'registry' | 'script' | 'mac';

export interface FoundPolicy {
  /** Of whose extension; nothing where the file does not say it. */
  id?: string;
  browser?: BrowserName;
  /** As it stands there, `fields` included. */
  policy: unknown;
  /** In a file of JSON, the path of a field of this policy. */
  path(field: string): string;
}

/** What a file tells of how an extension is installed. */
interface FoundInstall extends Target {
  browser?: BrowserName;
}

export interface ReadFile {
  kind: FileKind;
  /** None where the file only installs an extension, or is about other things. Of those that say the same, the first. */
  policies: FoundPolicy[];
  /** All extensions of ours that have a policy in it. */
  ids: Pick<FoundPolicy, 'id' | 'browser'>[];
  installs: FoundInstall[];
  /** What else stands in the file: names of other policies and paths of keys. No values. */
  ignored: string[];
}

/** Reads a file. In: its text. Out: what is in it; nothing where it is of no kind that is known. Throws nothing. */
export function readPolicyFile(text: string): ReadFile | undefined {
  const file = readKind(text.replace(/^\uFEFF/, ''));
  return file && withoutOthers(file);
}

type Everything = Omit<ReadFile, 'ids'>;

function readKind(text: string): Everything | undefined {
  if (/^\s*(?:Windows Registry Editor Version 5\.00|REGEDIT4)/i.test(text)) {
    const { policies, ignored } = readReg(text);
    return { kind: 'registry', policies: policies.map(ofRegistry), installs: [], ignored };
  }
  if (/<plist[\s>]/.test(text)) {
    const profile = readProfile(text);
    if (!profile) return undefined;
    return { kind: 'mac', policies: profile.policies.map(atTop), installs: [], ignored: profile.ignored };
  }
  const raw = parsed(text);
  if (raw !== undefined) return readJson(raw);
  const scripts = readScript(text);
  if (scripts.length === 0) return undefined;
  return { kind: 'script', policies: scripts.map(ofRegistry), installs: [], ignored: [] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const itself = (field: string) => field;
const atTop = <T extends object>(found: T) => ({ ...found, path: itself });

function ofRegistry({ browser, id, values }: ReturnType<typeof readScript>[number]): FoundPolicy {
  return { browser, id, policy: policyOfValues(values), path: itself };
}

function readJson(raw: unknown): Everything {
  if (isObject(raw)) {
    if (isObject(raw.policies)) return readFirefox(raw);
    if (raw['3rdparty'] !== undefined || INSTALLS.some((name) => raw[name] !== undefined)) {
      return readLinux(raw);
    }
    if (Object.values(raw).some(isWrapped)) return readGoogle(raw);
  }
  return { kind: 'plain', policies: [{ policy: raw, path: itself }], installs: [], ignored: [] };
}

const INSTALLS = ['ExtensionSettings', 'ExtensionInstallForcelist'] as const;

const isWrapped = (value: unknown) => isObject(value) && Object.hasOwn(value, 'Value');

/** A value at the level "Recommended" is not given to an extension, so it is none of the policy. */
function readGoogle(raw: Record<string, unknown>): Everything {
  const policy: RawPolicy = {};
  const ignored: string[] = [];
  for (const [name, wrapped] of Object.entries(raw)) {
    const { Value, Level = 'Mandatory' } = isObject(wrapped) ? wrapped : {};
    if (Value !== undefined && Level === 'Mandatory') policy[name] = Value;
    else ignored.push(name);
  }
  const path = (field: string) => {
    const [name = '', ...rest] = field.split('.');
    return rest.length > 0 ? [name, 'Value', ...rest].join('.') : name;
  };
  return { kind: 'google', policies: [{ policy, path }], installs: [], ignored };
}

function readLinux(raw: Record<string, unknown>): Everything {
  const { '3rdparty': third, ExtensionSettings: settings, ExtensionInstallForcelist: list, ...others } = raw;
  const { extensions, ...domains } = isObject(third) ? third : {};
  const forced = (Array.isArray(list) ? list : []).flatMap((entry) => {
    const [, id, url = ''] = /^([a-p]{32})(?:;(.*))?$/.exec(String(entry)) ?? [];
    return id === undefined ? [] : [{ id, url }];
  });
  return {
    kind: 'linux',
    policies: policiesIn(extensions, '3rdparty.extensions'),
    installs: [...installsIn(settings, 'update_url'), ...forced],
    ignored: [...Object.keys(others), ...Object.keys(domains).map((name) => `3rdparty.${name}`)],
  };
}

function readFirefox(raw: Record<string, unknown>): Everything {
  const { policies, ...around } = raw;
  const { '3rdparty': third, ExtensionSettings: settings, ...others } = policies as Record<string, unknown>;
  const { Extensions: extensions, ...domains } = isObject(third) ? third : {};
  const ofFirefox = <T extends object>(found: T) => ({ ...found, browser: 'firefox' as const });
  return {
    kind: 'firefox',
    policies: policiesIn(extensions, 'policies.3rdparty.Extensions').map(ofFirefox),
    installs: installsIn(settings, 'install_url').map(ofFirefox),
    ignored: [
      ...Object.keys(around),
      ...[...Object.keys(others), ...Object.keys(domains).map((name) => `3rdparty.${name}`)].map(
        (name) => `policies.${name}`,
      ),
    ],
  };
}

function policiesIn(extensions: unknown, above: string): FoundPolicy[] {
  return Object.entries(isObject(extensions) ? extensions : {}).map(([id, policy]) => ({
    id,
    policy,
    path: (field) => `${above}.${id}.${field}`,
  }));
}

function installsIn(settings: unknown, address: 'update_url' | 'install_url'): FoundInstall[] {
  return Object.entries(isObject(settings) ? settings : {}).flatMap(([id, one]) => {
    const url = isObject(one) ? one[address] : undefined;
    return typeof url === 'string' ? [{ id, url }] : [];
  });
}

/** Leaves out the policies of other extensions, and those that say the same as one before. */
function withoutOthers(file: Everything): ReadFile {
  const ours = file.policies.filter(({ policy }) => file.policies.length === 1 || looksOurs(policy));
  const seen = new Set<string>();
  const policies = ours.filter(({ policy }) => {
    const text = JSON.stringify(policy);
    return !seen.has(text) && seen.add(text);
  });
  const ids = new Set(ours.map(({ id }) => id));
  return {
    ...file,
    policies,
    ids: ours.map(({ id, browser }) => ({ id, browser })),
    installs: file.installs.filter(({ id }) => ours.length === 0 || ids.has(id)),
    ignored: [
      ...file.ignored,
      ...file.policies.filter((one) => !ours.includes(one)).map(({ id = '' }) => id),
      ...file.installs.filter(({ id }) => ours.length > 0 && !ids.has(id)).map(({ id }) => id),
    ],
  };
}

function looksOurs(policy: unknown): boolean {
  return isObject(policy) && Object.keys(policy).some((name) => POLICY_FIELDS.includes(name));
}
