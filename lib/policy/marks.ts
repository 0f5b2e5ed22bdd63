/** What a policy or a list says shall be found, put among the findings of a detector. */
import type { CategoryId } from '../detect/category.ts';
import type { Because, Finding, Span } from '../detect/finding.ts';
import { isDirect, isDocument, isSensitive } from './defaults.ts';

/** A place in a text that shall be found, whatever a detector makes of it. */
export interface Mark {
  span: Span;
  category: 'person-name' | 'custom' | 'student-id' | 'school';
  /** Names a sentence in `locales/` (`because.<code>`), and the recognizer. */
  code: 'class-list' | 'custom-term' | 'custom-pattern' | 'id-format' | 'school-name';
  /** Marks of one person or one thing share it. */
  key: string;
}

/** Numbers that a district knows better: in its own shape they are its student ids. */
const TAKEN_FOR_IDS: readonly CategoryId[] = ['student-id', 'record-number', 'phone', 'username'];

/**
 * Adds marks to findings. In: a detector's findings; marks in the order of the text. Out: all findings in the order of
 * the text; the given ones are not changed. A mark inside a finding that is worth as much adds none, but tells it what it
 * is. Otherwise what lies in the mark, and the statement or detail that it lies in, give way to it; where it crosses
 * another finding or lies in a link it grows, so that nothing stays without a finding that had one. The name of a school is worth least:
 * it takes the place of what lies in it only. Document marks are left alone.
 */
export function addMarks(findings: Finding[], marks: Mark[]): Finding[] {
  if (marks.length === 0) return findings;
  let out = findings.map((f) => ({ ...f }));
  let nextEntity = out.reduce((most, f) => Math.max(most, f.entity), 0) + 1;
  const entities = new Map<string, number>();
  for (const mark of marks) {
    const { span, category, code, key } = mark;
    const reason: Because = { code, args: [] };
    const near = out.filter((f) => touches(f.span, span) && !isDocument(f.category));
    const around = near.find((f) => contains(f.span, span) && isWorthMore(f, mark));
    if (around) {
      const { entity, category: was } = around;
      const same = was === category || (category === 'student-id' && TAKEN_FOR_IDS.includes(was));
      for (const f of same ? out.filter((f) => f.entity === entity && f.category === was) : []) {
        f.category = category;
        f.score = 1;
        // Who is on the class list is a pupil, whatever the words around say.
        if (category === 'person-name') f.role = 'student';
        if (!f.because.some((b) => b.code === code)) f.because = [...f.because, reason];
      }
      continue;
    }
    const wider = near.filter((f) => !contains(span, f.span));
    if (category === 'school' && wider.length > 0) continue;
    const kept = wider.filter(
      (f) => f.category === 'link' || !(isSensitive(f.category) || contains(f.span, span)),
    );
    const entity = near.find((f) => f.category === category)?.entity ?? entities.get(key) ?? nextEntity++;
    entities.set(key, entity);
    out = out.filter((f) => !near.includes(f));
    out.push({
      span: {
        start: Math.min(span.start, ...kept.map((f) => f.span.start)),
        end: Math.max(span.end, ...kept.map((f) => f.span.end)),
      },
      category,
      score: 1,
      recognizer: code,
      because: [reason],
      entity,
      ...(category === 'person-name' && { role: 'student' }),
    });
  }
  return out.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** Whether a finding that a mark lies in says enough already. */
function isWorthMore({ category, span }: Finding, mark: Mark): boolean {
  if (mark.category === 'school') return !(category === 'person-name' && contains(mark.span, span));
  // Whoever adds the name of a school still wants to be asked about it only beside a student.
  return isDirect(category) || category === 'custom' || (category === 'school' && mark.category === 'custom');
}

const touches = (a: Span, b: Span) => a.start < b.end && a.end > b.start;
const contains = (a: Span, b: Span) => a.start <= b.start && a.end >= b.end;
