/** Findings from class lists, by their digest. */
import type { ListDigest } from '../class-list/digest.ts';
import { findListed } from '../class-list/find.ts';
import type { Finding } from '../detect/finding.ts';
import { addMarks, type Mark } from './marks.ts';
import type { PolicyInForce } from './policy.ts';

/** A first name alone stops a paste only where somebody of the list is certainly meant, or the text says so itself. */
const BARE_SCORE = 0.5;
const BARE_BESIDE_SCORE = 0.9;

/**
 * Adds who is listed to a detector's findings, under the policy in force; without a digest the findings are as they were.
 * A full name, an e-mail address and a number are certain. A first name alone may be a word or somebody in a story: it is
 * what the detector makes of it, at least a note, and stands for a student where the text holds something certain.
 */
export function addListed(
  text: string,
  findings: Finding[],
  digest: ListDigest | null,
  policy: PolicyInForce,
): Finding[] {
  if (!digest) return findings;
  const listed = findListed(text, digest);
  const isCertain = listed.some(({ kind }) => kind !== 'bare');
  const marks = listed.map(({ span, kind, person }): Mark => {
    const code = 'class-list';
    const key = `${kind} ${person}`;
    if (kind === 'email') return { span, category: 'email', code, key };
    if (kind === 'number') return { span, category: 'student-id', code, key };
    if (kind === 'family') return { span, category: 'person-name', code, key, role: 'family' };
    const score = kind === 'full' ? 1 : isCertain ? BARE_BESIDE_SCORE : BARE_SCORE;
    return { span, category: 'person-name', code, key, score };
  });
  return addMarks(text, findings, marks, policy);
}
