/** A pair of scripts for Intune: one tells whether the registry differs from a policy, the other writes the policy. */
import type { RawPolicy } from './managed.ts';
import {
  type RegistryPolicy,
  type RegistryValue,
  readKey,
  registryKeys,
  registryValues,
} from './registry.ts';
import type { Targets } from './targets.ts';

/** Exits with 1 where a value differs, is missing or is one too many, which has Intune run the other script. */
export function detectScript(policy: RawPolicy, targets: Targets): string {
  return script(
    'Chalkline: is the policy in the registry? Exit 0: yes. Exit 1: no.',
    policy,
    targets,
    DETECT,
  );
}

/** Writes the policy, and takes away what an earlier one has left. */
export function remediateScript(policy: RawPolicy, targets: Targets): string {
  return script('Chalkline: writes the policy into the registry.', policy, targets, REMEDIATE);
}

function script(title: string, policy: RawPolicy, targets: Targets, steps: string): string {
  const lines = [
    `# ${title}`,
    '# Run it as the system account, in 64-bit PowerShell.',
    "$ErrorActionPreference = 'Stop'",
    '$roots = @(',
    ...registryKeys(targets).map(({ key }) => `  ${literal(key)}`),
    ')',
    '$wanted = @(',
    ...registryValues(policy).map((value) => `  ${entry(value)}`),
    ')',
    "$hive = [Microsoft.Win32.RegistryKey]::OpenBaseKey('LocalMachine', 'Registry64')",
    ...steps.trim().split('\n'),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

const DETECT = `
function Get-Lines($key, [string] $below) {
  foreach ($name in $key.GetValueNames()) {
    $below + '|' + $name + '|' + $key.GetValueKind($name) + '|' + $key.GetValue($name)
  }
  foreach ($sub in $key.GetSubKeyNames()) {
    $path = $sub
    if ($below -ne '') { $path = $below + '\\' + $sub }
    Get-Lines ($key.OpenSubKey($sub)) $path
  }
}
function Join-Sorted($lines) {
  [string[]] $sorted = @($lines)
  [Array]::Sort($sorted, [StringComparer]::Ordinal)
  $sorted -join [char]10
}
$want = Join-Sorted ($wanted | ForEach-Object { $_.Key + '|' + $_.Name + '|' + $_.Type + '|' + $_.Data })
foreach ($root in $roots) {
  $key = $hive.OpenSubKey($root)
  if ($null -eq $key -or [string]::CompareOrdinal((Join-Sorted (Get-Lines $key '')), $want) -ne 0) {
    Write-Output "Not as the policy says: $root"
    exit 1
  }
}
Write-Output 'As the policy says.'
exit 0
`;

const REMEDIATE = `
foreach ($root in $roots) {
  $key = $hive.CreateSubKey($root)
  foreach ($sub in $key.GetSubKeyNames()) {
    if ($wanted.Key -cnotcontains $sub) { $key.DeleteSubKeyTree($sub) }
  }
  foreach ($below in @($wanted | ForEach-Object { $_.Key }) + '' | Select-Object -Unique) {
    $place = $key
    if ($below -ne '') { $place = $key.CreateSubKey($below) }
    $here = @($wanted | Where-Object { $_.Key -ceq $below })
    foreach ($name in $place.GetValueNames()) {
      if ($here.Name -cnotcontains $name) { $place.DeleteValue($name) }
    }
    if ($below -ne '') {
      foreach ($sub in $place.GetSubKeyNames()) { $place.DeleteSubKeyTree($sub) }
    }
    foreach ($value in $here) { $place.SetValue($value.Name, $value.Data, $value.Type) }
  }
}
Write-Output 'The policy is written.'
exit 0
`;

function entry({ key, name, data }: RegistryValue): string {
  const [type, written] = typeof data === 'number' ? ['DWord', String(data)] : ['String', literal(data)];
  return `@{ Key = ${literal(key)}; Name = ${literal(name)}; Type = '${type}'; Data = ${written} }`;
}

/**
 * Words as PowerShell takes them for nothing but words. Windows PowerShell reads a script without a byte order mark in the
 * code page of the machine, and takes curly quotes for quotes; so what is not plain ASCII is spelled out.
 */
function literal(text: string): string {
  if (/^[ -~]*$/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  const spelled = Array.from({ length: text.length }, (_, i) => {
    const unit = text[i]!;
    if (unit === '\\') return '\\\\';
    return /[ -~]/.test(unit) ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `[regex]::Unescape('${spelled.join('').replaceAll("'", "''")}')`;
}

const LITERAL = /(?:\[regex\]::Unescape\()?'(?:[^']|'')*'\)?/.source;
const ENTRY = new RegExp(
  `^[ \\t]*@\\{ Key = (${LITERAL}); Name = (${LITERAL}); Type = '(DWord|String)'; Data = (\\d+|${LITERAL}) \\}`,
  'gm',
);
const ROOT = new RegExp(`^[ \\t]*(${LITERAL})[ \\t]*\\r?$`, 'gm');

/** Reads either script of the pair. */
export function readScript(text: string): RegistryPolicy[] {
  const values = Array.from(text.matchAll(ENTRY), ([, key = '', name = '', type, data = '']) => ({
    key: wordsOf(key),
    name: wordsOf(name),
    data: type === 'DWord' ? Number(data) : wordsOf(data),
  }));
  return Array.from(text.matchAll(ROOT), ([, root = '']) => readKey(wordsOf(root))).flatMap((place) =>
    place ? [{ browser: place.browser, id: place.id, values }] : [],
  );
}

function wordsOf(written: string): string {
  const words = written.replace(/^[^']*'|'\)?$/g, '').replaceAll("''", "'");
  if (!written.startsWith('[')) return words;
  return words.replace(/\\(?:u([0-9a-f]{4})|([\s\S]))/gi, (_, unit?: string, one = '') =>
    unit ? String.fromCharCode(Number.parseInt(unit, 16)) : one,
  );
}
