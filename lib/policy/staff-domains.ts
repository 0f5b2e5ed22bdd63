/** Staff by the domains of their e-mail addresses. */
import type { Finding } from '../detect/finding.ts';

/** What may stand between a name and the address of the same person: "Dana Whitfield <d.whitfield@example.org>". */
const BETWEEN = /^[ \t]*[<([,:–-]?[ \t]*$/;

/**
 * The findings with role staff where the policy says so. In: the text, its findings, the district's domains. Out: addresses
 * at these domains and below them are staff's, and so is a name right before one that is made of it, unless the words around
 * it say that it is a student's or a family's. The given findings are not changed.
 */
export function markStaff(text: string, findings: Finding[], domains: string[]): Finding[] {
  if (domains.length === 0) return findings;
  const slice = ({ span }: Finding) => text.slice(span.start, span.end);
  const addresses = findings.filter((f) => f.category === 'email' && isAt(slice(f), domains));
  const staff = new Set(addresses.map(({ entity }) => entity));
  for (const address of addresses) {
    const name = findings.findLast(
      (f) => f.category === 'person-name' && f.span.end <= address.span.start && f.role !== 'student',
    );
    const isBeside = name && BETWEEN.test(text.slice(name.span.end, address.span.start));
    if (isBeside && name.role !== 'family' && isMadeOf(slice(address), slice(name))) staff.add(name.entity);
  }
  if (staff.size === 0) return findings;
  return findings.map((f) =>
    staff.has(f.entity) && (f.category === 'email' || f.category === 'person-name')
      ? { ...f, role: 'staff', because: [...f.because, { code: 'staff-domain', args: [] }] }
      : f,
  );
}

function isAt(address: string, domains: string[]): boolean {
  const host = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return address.includes('@') && domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** Whether the last word of a name stands in an address. */
function isMadeOf(address: string, name: string): boolean {
  const letters = (one: string) => one.normalize('NFD').replace(/\P{L}/gu, '').toLowerCase();
  const last = letters(name.trim().split(/\s+/).at(-1)!);
  return last.length >= 3 && letters(address.slice(0, address.lastIndexOf('@'))).includes(last);
}
