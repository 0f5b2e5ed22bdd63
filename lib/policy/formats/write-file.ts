/** Every file that a policy can be saved as. */
import { firefoxJson, googleJson, installJson, json, linuxJson } from './json-files.ts';
import { macProfile } from './mac-profile.ts';
import { managedPolicy } from './managed.ts';
import { detectScript, remediateScript } from './power-shell.ts';
import { regFile } from './registry.ts';
import type { BrowserName, Targets } from './targets.ts';

interface Format {
  /** The name of the file. */
  name: string;
  /** Its media type. */
  type: string;
  /** Whose ids and addresses it holds. */
  of: BrowserName[];
  write(policy: Record<string, unknown>, targets: Targets): string;
}

const JSON_TYPE = 'application/json';

export const FORMATS = {
  google: { name: 'chalkline-google-admin.json', type: JSON_TYPE, of: [], write: googleJson },
  registry: { name: 'chalkline-windows.reg', type: 'text/plain', of: ['chrome', 'edge'], write: regFile },
  detect: {
    name: 'chalkline-intune-detect.ps1',
    type: 'text/plain',
    of: ['chrome', 'edge'],
    write: detectScript,
  },
  remediate: {
    name: 'chalkline-intune-remediate.ps1',
    type: 'text/plain',
    of: ['chrome', 'edge'],
    write: remediateScript,
  },
  mac: {
    name: 'chalkline-macos.mobileconfig',
    type: 'application/x-apple-aspen-config',
    of: ['chrome', 'edge'],
    write: macProfile,
  },
  linux: { name: 'chalkline-linux.json', type: JSON_TYPE, of: ['chrome', 'edge'], write: linuxJson },
  firefox: { name: 'policies.json', type: JSON_TYPE, of: ['firefox'], write: firefoxJson },
  'install-chrome': {
    name: 'chalkline-install-chrome.json',
    type: JSON_TYPE,
    of: ['chrome'],
    write: (_policy, { chrome }) => installJson(chrome),
  },
  'install-edge': {
    name: 'chalkline-install-edge.json',
    type: JSON_TYPE,
    of: ['edge'],
    write: (_policy, { edge }) => installJson(edge),
  },
  plain: { name: 'chalkline-policy.json', type: JSON_TYPE, of: [], write: json },
} satisfies Record<string, Format>;

export type FormatId = keyof typeof FORMATS;
export const FORMAT_IDS = Object.keys(FORMATS) as FormatId[];

/** A policy as a file. In: what an administrator wrote, of any shape, and whose extension it is for. */
export function writeFile(
  format: FormatId,
  raw: unknown,
  targets: Targets,
): { name: string; type: string; text: string } {
  const { name, type, write }: Format = FORMATS[format];
  return { name, type, text: write(managedPolicy(raw), targets) };
}
