/** What is wrong with a policy in any kind of file. */
import { type Checks, checkPolicy, type PolicyProblem } from '../check.ts';
import { type FileKind, readPolicyFile } from './read-file.ts';

interface FileProblem extends Pick<PolicyProblem, 'field' | 'hint'> {
  /** Only in a file of JSON. */
  place?: Pick<PolicyProblem, 'line' | 'column'>;
}

export interface CheckedFile {
  kind: FileKind;
  problems: FileProblem[];
  /** How many different policies are in it. */
  policies: number;
  /** What stands beside them and was not looked at: names, no values. */
  ignored: string[];
}

const JSON_KINDS: FileKind[] = ['plain', 'google', 'linux', 'firefox'];

/** Every problem of the policies in a file, in the order of the file where it is JSON. In: its text. Throws nothing. */
export function checkPolicyFile(text: string, checks: Checks = {}): CheckedFile {
  const file = readPolicyFile(text);
  // What is of no kind is taken for JSON that broke.
  if (!file) return { kind: 'plain', problems: checkPolicy(text).map(withPlace), policies: 0, ignored: [] };
  const { kind, policies, ignored } = file;
  const problems = policies.flatMap(({ policy, path }) =>
    JSON_KINDS.includes(kind)
      ? checkPolicy(text, { part: { policy, path }, ...checks }).map(withPlace)
      : checkPolicy(JSON.stringify(policy), checks).map(({ field, hint }) => ({ field, hint })),
  );
  return { kind, problems, policies: policies.length, ignored };
}

function withPlace({ line, column, field, hint }: PolicyProblem): FileProblem {
  return { place: { line, column }, field, hint };
}
