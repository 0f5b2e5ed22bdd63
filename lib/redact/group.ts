/** One person or one value as the review shows it: all its mentions under one choice. */
import type { CategoryId } from '../detect/category.ts';
import type { Because, Role, Span } from '../detect/finding.ts';
import { isAlarmAction, isFirm } from '../policy/decide.ts';
import { isDocument, isSensitive } from '../policy/defaults.ts';
import { stricterAction } from '../policy/merge.ts';
import type { Action, Decision, DecisionSource } from '../policy/policy.ts';

export interface Group {
  entity: number;
  category: CategoryId;
  role?: Role;
  /** In the order of the draft. */
  mentions: Span[];
  /** The strictest of its decisions. */
  action: Action;
  /** Who set the strictest. */
  source: DecisionSource;
  /** The reasons of all mentions, each once. */
  because: Because[];
  /** The highest of its findings. */
  score: number;
  /** Whether it starts under `Will be swapped` or under `Stays in the text`. */
  list: 'swap' | 'stay';
  /** The swap cannot be refused, because the rule says redact or block. */
  fixed: boolean;
  /** The entities of the people whom the name fits, where it fits two or more of the draft. */
  fits: number[];
}

/** Who to take an entity for when its mentions disagree: the earlier, the more protected. */
const ROLES: Role[] = ['student', 'family', 'staff', 'self', 'unknown'];

/**
 * Groups decisions by entity and category, in the order of their first mentions. `off` is never listed, groups
 * whose strictest action is `note` only with `notes`. Sensitive statements and notes stay in the text unless the
 * rule says redact or block; a document mark always stays, since it is a range around other findings.
 */
export function groupDecisions(decisions: Decision[], { notes = false } = {}): Group[] {
  const groups = new Map<string, Group>();
  const ordered = decisions
    .filter((d) => d.action !== 'off')
    .sort((a, b) => a.finding.span.start - b.finding.span.start || b.finding.span.end - a.finding.span.end);

  for (const { finding: f, action, source } of ordered) {
    const key = `${f.entity} ${f.category}`;
    const group = groups.get(key);
    if (!group) {
      const { entity, category, role, score } = f;
      const because = [...f.because];
      const first: Group = {
        entity,
        category,
        mentions: [f.span],
        action,
        source,
        because,
        score,
        list: 'stay',
        fixed: false,
        fits: f.fits ?? [],
      };
      if (role) first.role = role;
      groups.set(key, first);
      continue;
    }
    group.mentions.push(f.span);
    if (stricterAction(group.action, action) !== group.action) Object.assign(group, { action, source });
    for (const b of f.because) if (!group.because.some((g) => sameReason(g, b))) group.because.push(b);
    group.score = Math.max(group.score, f.score);
    if (f.role && (!group.role || ROLES.indexOf(f.role) < ROLES.indexOf(group.role))) group.role = f.role;
  }

  const listed = [...groups.values()].filter((g) => notes || g.action !== 'note');
  for (const g of listed) {
    g.fixed = isFirm(g.action) && !isDocument(g.category);
    if (g.fixed || (isAlarmAction(g.action) && !isSensitive(g.category) && !isDocument(g.category)))
      g.list = 'swap';
  }
  return listed;
}

function sameReason(a: Because, b: Because): boolean {
  return a.code === b.code && a.args.join('\0') === b.args.join('\0');
}
