/** From findings to decisions: what happens to each, under a policy and with a view of the whole draft. */
import type { Finding, Span } from '../detect/finding.ts';
import { isCombined } from './combined.ts';
import {
  entitiesKept,
  entitiesOfMe,
  entitiesOfNever,
  entitiesOfNobody,
  NO_CORRECTIONS,
} from './corrections.ts';
import { isDirect, isDocument } from './defaults.ts';
import { isJudged } from './judged.ts';
import { isLocked } from './merge.ts';
import {
  ACTIONS,
  type Action,
  type ConditionalRule,
  type Decision,
  type EffectivePolicy,
  type PolicyInForce,
  type RuleKey,
} from './policy.ts';

/**
 * Decides about every finding. In: the draft, its findings, the policy in force. Out: one decision for each finding
 * in the order given, `off` and `note` included; a finding whose whole text is an allowed term (any case) has none
 * and does not count as a person either. A finding with role staff takes the rule of `person-name/staff`.
 *
 * Conditions: `person-in-draft` holds where a private person is in the draft (a name that is not staff's or the
 * teacher's own, or an identifier other than a password), `combined` where one who is likely enough is near or details add up to one child,
 * `name-inside` where such a name lies within the finding, `judged` where its sentence rates or complains about somebody.
 *
 * What the teacher has said for good works on what would be a review, whether its rule is locked or not: what is never a
 * name is left out, and who always stays is a note and no reason to ask about anything else.
 *
 * What is less sure than `minScore` says is a note. A finding is as sure as the surest mention of the same person or value.
 */
export function decide(text: string, findings: Finding[], policy: EffectivePolicy): Decision[] {
  const { rules, minScore } = policy.policy;
  const isAllowed = allowedBy(policy);
  const counted = corrected(text, findings, policy).filter(
    (f) => !isAllowed(text.slice(f.span.start, f.span.end), ruleKey(f)),
  );

  const surest = new Map<number, number>();
  for (const { entity, score } of counted) surest.set(entity, Math.max(score, surest.get(entity) ?? 0));
  const isBelow = ({ entity, category }: Finding) => surest.get(entity)! < (minScore[category] ?? 0);

  // A first name of a class list that nothing bears out may be anybody's in a story.
  const isGuess = (f: Finding) => f.recognizer === 'class-list' && isBelow(f);
  const kept = keptIn(text, counted, policy);
  const persons = counted.filter((f) => pointsToPerson(f) && !isGuess(f) && !kept.has(f));
  const likely = persons.filter((person) => !isBelow(person));
  const names = persons.filter((f) => f.category === 'person-name');
  const details = counted.filter(({ category }) => !isDirect(category) && !isDocument(category));
  const holds = (when: ConditionalRule['when'], f: Finding): boolean => {
    if (when === 'judged') return isJudged(text, f.span);
    if (when === 'combined') return isCombined(text, f, likely, details);
    if (when === 'name-inside') {
      return names.some((n) => n.span.start >= f.span.start && n.span.end <= f.span.end);
    }
    return persons.some((p) => p !== f);
  };

  const decisions = counted.map((finding): Decision => {
    const key = ruleKey(finding);
    const set = rules[key] === undefined ? finding.category : key;
    // Every category has a default rule, so a policy without one was made by hand: review is the safe reading.
    const rule = rules[set] ?? 'review';
    const action = typeof rule === 'string' ? rule : holds(rule.when, finding) ? rule.then : rule.else;
    return { finding, action, source: policy.sources[set] ?? 'default' };
  });
  return decisions.map((one) =>
    isAlarm(one) && (isBelow(one.finding) || kept.has(one.finding)) ? { ...one, action: 'note' } : one,
  );
}

/** Whether a policy never asks about words, found under a rule. What only the teacher allows loosens no locked rule. */
export function allowedBy({
  policy,
  teacherTerms,
}: EffectivePolicy): (words: string, key: RuleKey) => boolean {
  const allowed = new Set(policy.allowTerms.map(fold));
  const teachers = new Set((teacherTerms ?? []).map(fold));
  return (words, key) => {
    const term = fold(words);
    return allowed.has(term) && !(teachers.has(term) && isLocked(policy.locked, key));
  };
}

/** Whether a decision stops a paste: review or stronger. */
export function isAlarm(d: Decision): boolean {
  return isAlarmAction(d.action);
}

/** What decisions come to: nothing to stop for, something to review, or something that must not go in as it is. */
export type Alarm = 'none' | 'review' | 'fixed';

/** One decision that stops a draft. `firm`: it must not go as it is. `direct`: it points to one person by itself. */
export interface Stop {
  span: Span;
  entity: number;
  firm: boolean;
  direct: boolean;
}

/** The decisions that stop a draft. */
export function stopsIn(decisions: Decision[]): Stop[] {
  return decisions.filter(isAlarm).map(({ finding: { span, entity, category }, action }) => {
    return { span, entity, firm: isFirm(action), direct: isDirect(category) || category === 'custom' };
  });
}

/** The strictest of decisions, as an alarm. */
export function alarmOf(decisions: Decision[]): Alarm {
  if (decisions.some(({ action }) => isFirm(action))) return 'fixed';
  return decisions.some(isAlarm) ? 'review' : 'none';
}

/** Whether an action stops a paste: review or stronger. */
export function isAlarmAction(action: Action): boolean {
  return ACTIONS.indexOf(action) >= ACTIONS.indexOf('review');
}

/**
 * The findings after the teacher's corrections: what is the teacher's own has role self, what is no person is left out.
 * Where the rule says redact or block, nobody but who made it decides.
 */
function corrected(text: string, findings: Finding[], effective: EffectivePolicy): Finding[] {
  const { policy, me, notPeople = [], corrections = NO_CORRECTIONS } = effective;
  const mine = me ? entitiesOfMe(text, findings, me) : new Set<number>();
  const nobody = new Set([
    ...entitiesOfNobody(text, findings, notPeople),
    ...entitiesOfNever(text, findings, corrections.never),
  ]);
  if (mine.size === 0 && nobody.size === 0) return findings;
  return findings.flatMap((f) => {
    if (mayBeFirm(f, policy)) return [f];
    if (mine.has(f.entity)) return [{ ...f, role: 'self' as const }];
    return nobody.has(f.entity) ? [] : [f];
  });
}

/** The findings that always stay, by what the teacher has said for good. */
function keptIn(text: string, findings: Finding[], { policy, corrections }: EffectivePolicy): Set<Finding> {
  const kept = entitiesKept(text, findings, corrections?.keep ?? []);
  return new Set(findings.filter((f) => kept.has(f.entity) && !mayBeFirm(f, policy)));
}

/** Whether the rule of a finding swaps or stops it without a choice, at least under its condition. */
function mayBeFirm(f: Finding, { rules }: PolicyInForce): boolean {
  const rule = rules[ruleKey(f)] ?? rules[f.category] ?? 'review';
  return (typeof rule === 'string' ? [rule] : [rule.then, rule.else]).some(isFirm);
}

/** Whether an action leaves the teacher no choice: redact or block. */
export function isFirm(action: Action): boolean {
  return action === 'redact' || action === 'block';
}

function ruleKey(f: Finding): RuleKey {
  if (f.role === 'staff' || f.role === 'self') return `person-name/${f.role}`;
  return f.category === 'person-name' ? `person-name/${f.role ?? 'unknown'}` : f.category;
}

function pointsToPerson(f: Finding): boolean {
  return isDirect(f.category) && f.category !== 'secret' && f.role !== 'staff' && f.role !== 'self';
}

function fold(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
