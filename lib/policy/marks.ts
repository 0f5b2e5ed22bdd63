/** What a policy or a list says shall be found, put among the findings of a detector. */
import type { CategoryId } from '../detect/category.ts';
import type { Because, Finding, Role, Span } from '../detect/finding.ts';
import { isDirect, isDocument, isSensitive } from './defaults.ts';
import { ACTIONS, type PolicyInForce } from './policy.ts';
import { keyOf } from './word-finder.ts';

/** A place in a text that shall be found, whatever a detector makes of it. */
export interface Mark {
  span: Span;
  category: 'person-name' | 'custom' | 'student-id' | 'school' | 'email';
  /** Names a sentence in `locales/` (`because.<code>`), and the recognizer. */
  code: 'class-list' | 'custom-term' | 'custom-pattern' | 'id-format' | 'school-name';
  /** Marks of one person or one thing share it. */
  key: string;
  /** How sure it is that it is one; 1 where nothing is said. What is less sure says nothing against a finding. */
  score?: number;
  /** Of a person: a student where nothing is said. */
  role?: Role;
}

/** Numbers that a district knows better: in its own shape they are its student ids. */
const TAKEN_FOR_IDS: readonly CategoryId[] = ['student-id', 'record-number', 'phone', 'username'];

/**
 * Adds marks to findings. In: the text, a detector's findings of it, marks in the order of the text, the policy in force.
 * Out: all findings in the order of the text; the given ones are not changed. Nothing that had a finding ends up without
 * one or under a looser rule:
 *
 * - A finding of the mark's own kind is told what it is, or becomes one with the mark.
 * - Names and numbers that point to a person stay what they are, and so does whatever has the stricter rule. The mark has
 *   what is left of its span.
 * - Everything else gives its words to the mark. What is left of a statement stays one; a detail gives all of itself.
 *
 * The name of a school is added only where nothing of another kind is. Document marks are left alone.
 */
export function addMarks(text: string, findings: Finding[], marks: Mark[], policy: PolicyInForce): Finding[] {
  if (marks.length === 0) return findings;
  let out = findings.map((f) => ({ ...f }));
  let nextEntity = out.reduce((most, f) => Math.max(most, f.entity), 0) + 1;
  const entities = new Map<string, number>();
  const isCertain = ({ code, score = 1 }: Mark) => code === 'class-list' && score === 1;
  const shared = sharedEntities(findings, marks.filter(isCertain));
  /** Whether a finding's number is somebody else's too, whom the list knows; what else it may be counts where it is `alone`. */
  const isOthers = ({ entity }: Finding, mark: Mark, alone: boolean) => {
    const { keys, more } = shared.get(entity) ?? { keys: new Set(), more: false };
    return isCertain(mark) && ((alone && more) || keys.size > (keys.has(mark.key) ? 1 : 0));
  };
  for (const mark of marks) {
    const { span, category, code, key, score = 1, role = 'student' } = mark;
    const reason: Because = { code, args: [] };
    const near = out.filter((f) => touches(f.span, span) && !isDocument(f.category));
    const same = near.filter((f) => isSameKind(f, mark, policy));
    const around = same.find((f) => contains(f.span, span));
    if (around) {
      // A detector takes two children of one last name for one person now and then; a list does not.
      if (isOthers(around, mark, false)) around.entity = entities.get(key) ?? nextEntity++;
      const { entity, category: was } = around;
      if (score === 1 && !entities.has(key)) entities.set(key, entity);
      for (const f of out.filter((f) => f.entity === entity && f.category === was)) {
        f.category = category;
        f.score = Math.max(f.score, score);
        // Who is on the class list is a pupil, whatever the words around say.
        if (category === 'person-name' && score === 1) f.role = role;
        // A review shows the first reason: that somebody is on the teacher's own list says most.
        if (!f.because.some((b) => b.code === code))
          f.because = code === 'class-list' ? [reason, ...f.because] : [...f.because, reason];
      }
      continue;
    }
    const others = near.filter((f) => !same.includes(f));
    if (category === 'school' && others.length > 0) continue;
    const kept = others.filter((f) => staysBeside(f, mark, policy));
    const given = others.filter((f) => !kept.includes(f));
    const stops = Math.min(...strictness(category, policy)) >= ACTIONS.indexOf('review');
    for (const f of kept) {
      if (!stops || f.score >= (policy.minScore[f.category] ?? 0)) continue;
      // What would be a mere note is as sure as the words that a policy looks for.
      f.score = 1;
      f.because = [...f.because, reason];
    }
    const grown = [...same, ...given.filter((f) => !isSensitive(f.category))].map(spanOf);
    const whole: Span = {
      start: Math.min(span.start, ...grown.map(({ start }) => start)),
      end: Math.max(span.end, ...grown.map(({ end }) => end)),
    };
    out = out.filter((f) => !same.includes(f) && !given.includes(f));
    for (const f of given) {
      for (const left of partsOutside(text, f.span, [whole])) out.push({ ...f, span: left });
    }
    const parts = kept.length === 0 ? [whole] : partsOutside(text, whole, kept.map(spanOf));
    for (const part of parts) {
      const id = kept.length === 0 ? key : keyOf(text.slice(part.start, part.end));
      const linked = same.find(
        (f) => f.category === category && contains(part, f.span) && !isOthers(f, mark, true),
      );
      const entity = linked?.entity ?? entities.get(id) ?? nextEntity++;
      entities.set(id, entity);
      out.push({
        span: part,
        category,
        score,
        recognizer: code,
        because: [reason],
        entity,
        ...(category === 'person-name' && { role }),
      });
    }
  }
  return out.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** By entity: the marks that touch its findings, by key, and whether one of its findings has no mark. All in the order of the text. */
function sharedEntities(
  findings: Finding[],
  marks: Mark[],
): Map<number, { keys: Set<string>; more: boolean }> {
  const shared = new Map<number, { keys: Set<string>; more: boolean }>();
  if (marks.length === 0) return shared;
  let first = 0;
  for (const { entity, category, span } of findings) {
    if (isDocument(category)) continue;
    while (first < marks.length && marks[first]!.span.end <= span.start) first++;
    const found = shared.get(entity) ?? { keys: new Set<string>(), more: false };
    shared.set(entity, found);
    const before = first;
    let at = first;
    for (; at < marks.length && marks[at]!.span.start < span.end; at++) found.keys.add(marks[at]!.key);
    if (at === before) found.more = true;
  }
  return shared;
}

/** Whether a finding is what a mark says, perhaps by another name. */
function isSameKind({ category }: Finding, mark: Mark, policy: PolicyInForce): boolean {
  if (category === mark.category) return true;
  const isTaken = mark.category === 'student-id' && TAKEN_FOR_IDS.includes(category);
  return isTaken && isAsStrict(mark.category, category, policy);
}

/** Whether a finding of another kind stays as it is where a mark touches it. */
function staysBeside({ category, span }: Finding, mark: Mark, policy: PolicyInForce): boolean {
  if (isDirect(category) || category === 'custom') return true;
  // Whoever adds the name of a school still wants to be asked about it only beside a student.
  if (category === 'school' && mark.category === 'custom' && contains(span, mark.span)) return true;
  if (!isAsStrict(mark.category, category, policy)) return true;
  // A statement mostly stays in the text, where an id or name in it must not.
  if (isSensitive(category) && !contains(mark.span, span)) return false;
  return isAsStrict(category, mark.category, policy);
}

/** Whether the rule of a category is in every draft at least as strict as that of another. */
function isAsStrict(category: CategoryId, than: CategoryId, policy: PolicyInForce): boolean {
  return Math.min(...strictness(category, policy)) >= Math.max(...strictness(than, policy));
}

/** How strict the rule of a category is where its condition holds, and where not. */
function strictness(category: CategoryId, { rules }: PolicyInForce): number[] {
  const rule = (category === 'person-name' ? rules['person-name/student'] : rules[category]) ?? 'review';
  return (typeof rule === 'string' ? [rule] : [rule.then, rule.else]).map((action) =>
    ACTIONS.indexOf(action),
  );
}

/** What stands before and behind the words of a part. */
const LEAD = /^(?:['’]s(?![\p{L}\p{N}]))?[^\p{L}\p{N}]*/u;
const TRAIL = /[^\p{L}\p{M}\p{N}]*$/u;

/** The parts of a span outside of others, from the first to the last word of each; none of a part without words. */
function partsOutside(text: string, { start, end }: Span, others: Span[]): Span[] {
  const inOrder = [...others].sort((a, b) => a.start - b.start);
  const starts = [start, ...inOrder.map((one) => one.end)];
  const ends = [...inOrder.map((one) => one.start), end];
  return starts.flatMap((from, i) => {
    const part = text.slice(from, Math.max(from, ends[i]!));
    const lead = LEAD.exec(part)![0].length;
    const length = part.length - TRAIL.exec(part)![0].length;
    return lead < length ? [{ start: from + lead, end: from + length }] : [];
  });
}

const spanOf = ({ span }: Finding) => span;
const touches = (a: Span, b: Span) => a.start < b.end && a.end > b.start;
const contains = (a: Span, b: Span) => a.start <= b.start && a.end >= b.end;
