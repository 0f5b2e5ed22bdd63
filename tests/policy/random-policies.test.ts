// biome-ignore-all lint/suspicious/noThenProperty: the action of a rule whose condition holds; no rule is ever awaited.
/** 500 pairs of policies, of a district and a teacher, right, wrong and too large in every field. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../lib/detect/finding.ts';
import { findPatterns } from '../../lib/patterns.ts';
import { checkPolicy } from '../../lib/policy/check.ts';
import { decide } from '../../lib/policy/decide.ts';
import { DEFAULT_POLICY, isDirect, isDocument } from '../../lib/policy/defaults.ts';
import { CATEGORY_KEYS, FIELDS, LOCKABLE, RULE_KEYS, STYLED_KEYS } from '../../lib/policy/fields.ts';
import { isLocked, mergePolicies } from '../../lib/policy/merge.ts';
import { addOwnWords } from '../../lib/policy/own-words.ts';
import {
  ACTIONS,
  ALIAS_STYLES,
  type EffectivePolicy,
  LANGUAGES,
  type Policy,
  type Rule,
  type RuleKey,
  STATES,
  TIERS,
  TOPICS,
  UNAPPROVED_ACTIONS,
  WELCOMES,
} from '../../lib/policy/policy.ts';
import { at, randomFrom } from './helpers.ts';

const CASES = 500;
const random = randomFrom(20261130);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
const few = <T>(make: () => T, most = 8): T[] => Array.from({ length: Math.floor(random() * most) }, make);

const JUNK: unknown[] = [
  ...[
    null,
    0,
    7,
    -1,
    1.5,
    Number.NaN,
    '',
    ' ',
    'x',
    [],
    [3],
    [[]],
    {},
    true,
    { when: 'combined' },
    undefined,
  ],
  ...['x'.repeat(600), Array.from({ length: 6000 }, (_, i) => `word ${i}`), { constructor: 1 }, '\ud800'],
];
/** One of some good values, or junk now and then. */
const or = (make: () => unknown) => () => (random() < 0.15 ? pick(JUNK) : make());
const listOf = (make: () => unknown, most?: number) => or(() => few(or(make), most));
const recordOf = (keys: readonly string[], make: () => unknown) =>
  or(() => Object.fromEntries(few(() => [pick([...keys, 'x', '__proto__', 'toString']), or(make)()], 12)));

const rule = () =>
  random() < 0.6
    ? pick(ACTIONS)
    : random() < 0.5
      ? {
          when: pick(['combined', 'person-in-draft', 'name-inside', 'judged', 'x']),
          then: pick(ACTIONS),
          else: pick(ACTIONS),
        }
      : `${pick(ACTIONS)} when ${pick(['combined', 'judged', 'rain'])}, else ${pick(ACTIONS)}`;
const host = () => pick(['chatgpt', 'Chat.Example.org', '*.example.org', 'a b', 'https://example.org']);
const word = () =>
  pick(['Maya', 'Maya Lopez', 'kite', 'Lincoln', 'Elm Middle School', '555-0142', '(', '\\']);
const flag = or(() => random() < 0.5);

const MAKE: { [F in keyof Policy]: () => unknown } = {
  rules: recordOf(RULE_KEYS, rule),
  minScore: recordOf(CATEGORY_KEYS, () => pick([0, 0.3, 0.9, 1, 2, '0.5'])),
  aliasStyles: recordOf(STYLED_KEYS, () => pick([...ALIAS_STYLES, 'x'])),
  allowTerms: listOf(word),
  customTerms: listOf(word),
  customPatterns: listOf(() =>
    pick(['LC-\\d', '\\d{3}-\\d{4}', '.*', '(', '[A-Z]{2,}', 'L(?=C)', 'L*', '[a-z]+', 'a\\Q']),
  ),
  idFormats: listOf(() => pick(['######', 'S-#####', '##', '#### ####', '*'])),
  schoolNames: listOf(word),
  staffDomains: listOf(() => pick(['example.org', '@staff.example.org', 'example', 'a b'])),
  approvedTools: listOf(() => ({ site: host(), tier: pick([...TIERS, 'x']) })),
  useInstead: or(() => 'The district’s assistant'),
  useInsteadLink: or(() => pick(['https://example.org', 'javascript:1', ''])),
  unapprovedAction: or(() => pick(UNAPPROVED_ACTIONS)),
  lighterRules: recordOf(RULE_KEYS, rule),
  sitesOff: listOf(host),
  sitesAdd: listOf(host),
  allowPause: flag,
  allowUnchecked: flag,
  allowCopyNames: flag,
  allowCorrections: flag,
  topicsOff: listOf(() => pick(TOPICS)),
  statePack: or(() => pick(STATES)),
  retentionDays: or(() => pick([0, 30, 90])),
  classListDays: or(() => pick([0, 30, 180])),
  vaultIdleHours: or(() => pick([0, 1, 12])),
  privacyContact: or(() => 'The office'),
  safetyContact: or(() => 'The counselor'),
  language: or(() => pick(LANGUAGES)),
  packs: listOf(() => pick(['{}', '{']), 3),
  welcome: or(() => pick(WELCOMES)),
  locked: listOf(() => pick(LOCKABLE), 12),
};

function raw(): unknown {
  if (random() < 0.04) return pick(JUNK);
  const policy: Record<string, unknown> = {};
  for (const [name, make] of Object.entries(MAKE)) if (random() < 0.4) policy[name] = make();
  if (random() < 0.1) policy[pick(['x', 'fields', 'toString'])] = pick([['rules.email', 'rules'], ...JUNK]);
  return policy;
}

const TEXT =
  'Maya Lopez (ID 204418, S-12345) of Elm Middle School was suspended on 10/14. Write to mom@example.org or ' +
  'dana@staff.example.org, call 555-0142, LC-7. Coach Reed can’t teach. kite';
const FINDINGS = [
  at(TEXT, 'Maya Lopez', 'person-name', { role: 'student' }),
  at(TEXT, '204418', 'student-id'),
  at(TEXT, 'Elm Middle School', 'school', { score: 0.6 }),
  at(TEXT, 'was suspended', 'discipline', { score: 0.6 }),
  at(TEXT, '10/14', 'record-date', { score: 0.6 }),
  at(TEXT, 'mom@example.org', 'email'),
  at(TEXT, 'dana@staff.example.org', 'email'),
  at(TEXT, '555-0142', 'phone'),
  at(TEXT, 'Reed', 'person-name', { role: 'staff', score: 0.7 }),
];

/** The strictest action of each place in the text; where nothing is decided, none. */
function actionsOf(policy: EffectivePolicy) {
  const found = addOwnWords(TEXT, FINDINGS, policy, findPatterns);
  return new Map(
    decide(TEXT, found, policy).map(({ finding: f, action }) => [
      `${f.span.start} ${f.span.end} ${f.category}`,
      { action, key: keyOf(f), finding: f },
    ]),
  );
}
const keyOf = (f: (typeof FINDINGS)[number]): RuleKey =>
  f.category === 'person-name' || f.role === 'staff'
    ? (`person-name/${f.role ?? 'unknown'}` as RuleKey)
    : f.category;

/** What a rule does where its condition does not hold, and where it does. */
const strictness = (r: Rule) =>
  typeof r === 'string'
    ? [r, r].map((a) => ACTIONS.indexOf(a))
    : [r.else, r.then].map((a) => ACTIONS.indexOf(a));
const atLeast = (a: Rule, b: Rule) => strictness(a).every((one, i) => one >= strictness(b)[i]!);

const pairs = Array.from({ length: CASES }, () => ({ district: raw(), teacher: raw() }));
const merged = pairs.map(({ district, teacher }) => ({
  alone: mergePolicies({ district, teacher: undefined }),
  both: mergePolicies({ district, teacher }),
}));

describe(`${CASES} random policies of a district and a teacher`, () => {
  test('are read, checked, merged and decided by without an error, to a value for every field', () => {
    let own = 0;
    for (const [i, { both }] of merged.entries()) {
      expect(Object.keys({ ...both.policy, packs: [] }).sort(), `case ${i}`).toEqual(
        Object.keys(FIELDS).sort(),
      );
      for (const key of RULE_KEYS) expect(both.policy.rules[key], `case ${i}: ${key}`).toBeDefined();
      if (actionsOf(both).size > FINDINGS.length) own++;
      const text = JSON.stringify(pairs[i]!.district);
      if (text === undefined) continue;
      const found = checkPolicy(text).map(({ field }) => field);
      const known = mergePolicies({ district: JSON.parse(text), teacher: {} }).problems;
      expect(found.sort(), `case ${i}`).toEqual(known.map(({ field }) => field).sort());
    }
    expect(own).toBeGreaterThan(CASES / 10);
  });

  test('a teacher loosens nothing that is locked', () => {
    let looked = 0;
    for (const [i, { alone, both }] of merged.entries()) {
      const { locked, rules } = both.policy;
      expect(locked).toEqual(alone.policy.locked);
      for (const key of RULE_KEYS.filter((key) => isLocked(locked, key))) {
        looked++;
        expect(atLeast(rules[key]!, alone.policy.rules[key]!), `case ${i}: ${key}`).toBe(true);
      }
      for (const category of CATEGORY_KEYS) {
        if (!locked.includes('minScore') && !isLocked(locked, category)) continue;
        const [before, after] = [alone, both].map(({ policy }) => policy.minScore[category] ?? 0);
        expect(after, `case ${i}: ${category}`).toBeLessThanOrEqual(before!);
      }
      for (const name of ['allowPause', 'allowUnchecked', 'allowCopyNames', 'allowCorrections'] as const)
        if (locked.includes(name) && !alone.policy[name]) expect(both.policy[name], `case ${i}`).toBe(false);
      for (const category of STYLED_KEYS) {
        const [before, after] = [alone, both].map(({ policy }) => policy.aliasStyles[category] ?? 'label');
        if (locked.includes('aliasStyles') && before === 'label') expect(after, `case ${i}`).toBe('label');
      }
      if (locked.includes('allowTerms')) expect(both.policy.allowTerms).toEqual(alone.policy.allowTerms);
    }
    expect(looked).toBeGreaterThan(1000);
  });

  test('what is found by a locked rule without a condition is treated no milder with a teacher', () => {
    let looked = 0;
    for (const [i, { alone, both }] of merged.entries()) {
      const after = actionsOf(both);
      for (const [place, { action, key, finding }] of actionsOf(alone)) {
        const isFixed = isLocked(both.policy.locked, key) && typeof alone.policy.rules[key] === 'string';
        if (!isFixed) continue;
        // A teacher’s own words may have taken its place, and are asked about by their own rule.
        const same = after.get(place);
        const over = [...after.values()].some(
          (one) => one.finding.span.start <= finding.span.start && one.finding.span.end >= finding.span.end,
        );
        looked++;
        if (!same) expect(over, `case ${i}: ${place}`).toBe(true);
        else
          expect(ACTIONS.indexOf(same.action), `case ${i}: ${place}`).toBeGreaterThanOrEqual(
            ACTIONS.indexOf(action),
          );
      }
    }
    expect(looked).toBeGreaterThan(300);
  });

  test('what is the district’s alone is as the district says, and lists only grow', () => {
    const OWN = [
      ...([
        'staffDomains',
        'approvedTools',
        'useInstead',
        'useInsteadLink',
        'unapprovedAction',
        'lighterRules',
      ] as const),
      ...(['sitesOff', 'statePack', 'retentionDays', 'classListDays', 'language', 'welcome'] as const),
    ];
    const GROWING = [
      ...(['customTerms', 'customPatterns', 'idFormats', 'schoolNames', 'topicsOff', 'sitesAdd'] as const),
    ];
    for (const { alone, both } of merged) {
      for (const name of OWN) expect(both.policy[name]).toEqual(alone.policy[name]);
      for (const name of GROWING)
        expect(both.policy[name]).toEqual(expect.arrayContaining(alone.policy[name]));
    }
  });

  test('a field of the district that is not understood falls to the stricter', () => {
    let looked = 0;
    for (const [i, { both }] of merged.entries()) {
      const { district, teacher } = pairs[i]!;
      const own = mergePolicies({ district: undefined, teacher }).policy;
      const bad = new Set(
        both.problems.filter(({ source }) => source === 'district').map(({ field }) => field),
      );
      const all = bad.has('policy');
      const given = Object(district) as Partial<Record<string, Record<string, unknown>>>;
      for (const key of RULE_KEYS) {
        // `person-name` may still speak for a role.
        if (!(all || bad.has('rules') || bad.has(`rules.${key}`)) || given.rules?.['person-name']) continue;
        looked++;
        expect(
          atLeast(both.policy.rules[key]!, DEFAULT_POLICY.rules[key] ?? 'off'),
          `case ${i}: ${key}`,
        ).toBe(true);
        expect(atLeast(both.policy.rules[key]!, own.rules[key]!), `case ${i}: ${key}`).toBe(true);
      }
      for (const category of CATEGORY_KEYS) {
        if (!(all || bad.has('minScore') || bad.has(`minScore.${category}`))) continue;
        const least = both.policy.minScore[category] ?? 0;
        expect(least).toBeLessThanOrEqual(DEFAULT_POLICY.minScore[category] ?? 0);
        expect(least).toBeLessThanOrEqual(own.minScore[category] ?? 0);
      }
      for (const name of ['allowPause', 'allowUnchecked', 'allowCopyNames', 'allowCorrections'] as const)
        if ((all || bad.has(name)) && !own[name]) expect(both.policy[name]).toBe(false);
      for (const category of STYLED_KEYS)
        if (all || bad.has('aliasStyles') || bad.has(`aliasStyles.${category}`))
          expect(both.policy.aliasStyles[category] ?? 'label').toBe('label');
      if (all || bad.has('locked')) {
        const locked = both.policy.locked;
        expect(all || !Array.isArray(given.locked) ? locked : LOCKABLE).toEqual(LOCKABLE);
      }
      if (all || bad.has('allowTerms')) expect(both.teacherTerms).toEqual([]);
    }
    expect(looked).toBeGreaterThan(1000);
  });
});

/** Words that follow each other: up to six, now and then cut off at the sides as a pattern may. */
function stretch(cut = false): string {
  const words = [...TEXT.matchAll(/[\p{L}\p{N}_]+/gu)];
  const first = Math.floor(random() * words.length);
  const last = words[Math.min(first + Math.floor(random() * 6), words.length - 1)]!;
  const found = TEXT.slice(words[first]!.index, last.index + last[0].length);
  return cut && found.length > 4 ? found.slice(Math.floor(random() * 3), -1) : found;
}
const asPattern = (words: string) =>
  words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\d/g, () => pick(['\\d', '[0-9]+']));
const ANY_KIND = CATEGORY_KEYS.filter((key) => !isDocument(key) && key !== 'custom');

/** A rule that is milder where there is more in a draft gets milder by whatever is added, so such rules are turned round. */
const upright = (r: Rule): Rule => {
  if (typeof r === 'string' || ACTIONS.indexOf(r.then) >= ACTIONS.indexOf(r.else)) return r;
  return { when: r.when, then: r.else, else: r.then };
};

/** The strictest action over each letter and digit, as a number; -1 where nothing is decided. */
function actionsByLetter(findings: Finding[], policy: EffectivePolicy): number[] {
  const strictest = Array.from(TEXT, () => -1);
  for (const { finding, action } of decide(TEXT, findings, policy))
    for (let at = finding.span.start; at < finding.span.end; at++)
      if (/[\p{L}\p{N}]/u.test(TEXT[at]!)) strictest[at] = Math.max(strictest[at]!, ACTIONS.indexOf(action));
  return strictest;
}

test(`own words loosen nothing that is found without them: ${CASES} policies with random words, patterns, shapes and schools`, () => {
  let crossed = 0;
  let stricter = 0;
  for (const [i, { both }] of merged.entries()) {
    // As the detector has them, or with any kind and any score.
    const findings = FINDINGS.map((f): Finding => {
      const score = random() < 0.3 ? random() : f.score;
      const [category, role] = [pick(ANY_KIND), pick(['student', 'family', 'staff', 'unknown'] as const)];
      if (random() < 0.5) return { ...f, score };
      const { role: _, ...rest } = f;
      return { ...rest, score, category, ...(category === 'person-name' && { role }) };
    });
    const own = {
      customTerms: few(() => stretch()),
      customPatterns: few(() => asPattern(stretch(true))),
      idFormats: few(() => pick(['######', 'S-#####', '###-####', 'ID ######', '##/##']), 3),
      schoolNames: few(() => stretch(), 3),
    };
    const none = { customTerms: [], customPatterns: [], idFormats: [], schoolNames: [] };
    const policy = {
      ...both.policy,
      rules: Object.fromEntries(RULE_KEYS.map((key) => [key, upright(both.policy.rules[key]!)])),
      // What is left of a statement may be a word that is allowed.
      allowTerms: [],
    };
    const [bare, rich] = [none, own].map((words) => ({ ...both, policy: { ...policy, ...words } }));
    const found = addOwnWords(TEXT, findings, rich!, findPatterns);
    const before = actionsByLetter(addOwnWords(TEXT, findings, bare!, findPatterns), bare!);
    const after = actionsByLetter(found, rich!);
    const place = `case ${i}: ${JSON.stringify({ own, findings })}`;
    for (const [at, action] of before.entries())
      expect(after[at], `${at}, ${place}`).toBeGreaterThanOrEqual(action);
    if (after.some((action, at) => action > before[at]!)) stricter++;

    for (const [n, { span }] of found.entries()) {
      expect(TEXT.slice(span.start, span.end), place).toMatch(/[\p{L}\p{N}]/u);
      expect(found[n + 1]?.span.start ?? TEXT.length, place).toBeGreaterThanOrEqual(span.end);
    }
    for (const f of findings.filter(({ category }) => isDirect(category))) {
      const around = found.find(({ span }) => span.start <= f.span.start && span.end >= f.span.end);
      expect(isDirect(around!.category), place).toBe(true);
      if (found.some(({ span, category }) => category === 'custom' && span.end === f.span.start - 1))
        crossed++;
    }
  }
  expect(stricter).toBeGreaterThan(CASES / 2);
  expect(crossed).toBeGreaterThan(CASES / 2);
});
