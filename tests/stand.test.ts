import { describe, expect, test } from 'vitest';
import { mergePolicies } from '../lib/policy/merge.ts';
import { standAt, tierAt } from '../lib/stand.ts';

const policyOf = (district: object) => mergePolicies({ district, teacher: {} }).policy;
const at = (address: string, district: object | null) =>
  standAt(new URL(address), district && policyOf(district));

describe('the tier of a tool', () => {
  const tier = (address: string, ...list: [string, string][]) =>
    tierAt(
      new URL(address),
      policyOf({ approvedTools: list.map(([site, level]) => ({ site, tier: level })) }),
    );

  test('is none where the district has no list', () => {
    expect(tier('https://chatgpt.com/')).toBeNull();
  });

  test.each([
    // By id, on each host of the site.
    ['https://chatgpt.com/c/1', [['chatgpt', 'agreement']], 'agreement'],
    ['https://chat.openai.com/', [['chatgpt', 'agreement']], 'agreement'],
    ['https://chatgpt.com/', [['claude', 'agreement']], 'not-listed'],
    ['https://chatgpt.com.example.org/', [['chatgpt', 'agreement']], 'not-listed'],
    // By host, and that one only.
    ['https://chatgpt.com/', [['chatgpt.com', 'approved']], 'approved'],
    ['https://chat.openai.com/', [['chatgpt.com', 'approved']], 'not-listed'],
    ['https://sub.chatgpt.com/', [['chatgpt.com', 'approved']], 'not-listed'],
    ['https://notchatgpt.com/', [['*.chatgpt.com', 'approved']], 'not-listed'],
    ['https://chatgpt.com:8443/', [['chatgpt.com', 'approved']], 'not-listed'],
    // A host with all below it.
    ['https://example.org/', [['*.example.org', 'approved']], 'approved'],
    ['https://a.b.example.org/', [['*.example.org', 'approved']], 'approved'],
    ['https://example.org.evil.example/', [['*.example.org', 'approved']], 'not-listed'],
    ['https://org/', [['*.example.org', 'approved']], 'not-listed'],
    ['https://chatgpt.com/', [['chatgpt', 'not-reviewed']], 'not-reviewed'],
  ] as [string, [string, string][], string][])('%s with %j', (address, list, expected) => {
    expect(tier(address, ...list)).toBe(expected);
  });

  test('is told by the closest entry, and by the stricter of two alike', () => {
    const host: [string, string] = ['chat.openai.com', 'agreement'];
    const id: [string, string] = ['chatgpt', 'approved'];
    const below: [string, string] = ['*.openai.com', 'not-reviewed'];
    for (const list of [
      [host, id, below],
      [below, id, host],
    ] as [string, string][][]) {
      expect(tier('https://chat.openai.com/', ...list)).toBe('agreement');
    }
    expect(tier('https://chat.openai.com/', below, id)).toBe('approved');
    expect(
      tier('https://a.b.example.org/', ['*.example.org', 'agreement'], ['*.b.example.org', 'approved']),
    ).toBe('approved');
    expect(tier('https://chatgpt.com/', ['chatgpt', 'approved'], ['chatgpt', 'agreement'])).toBe('approved');
  });

  test('of an unread entry is that of a tool that is not listed', () => {
    const approvedTools = [
      { site: 'chatgpt', tier: 'fine' },
      { site: 'claude', tier: 'agreement' },
    ];
    expect(tierAt(new URL('https://chatgpt.com/'), policyOf({ approvedTools }))).toBe('not-listed');
  });
});

describe('how an address stands', () => {
  test('as a guarded chat while the policy is not read yet', () => {
    expect(at('https://chatgpt.com/', null)).toMatchObject({ site: { id: 'chatgpt' }, tier: null });
    expect(at('https://example.org/', null)).toBeNull();
  });

  test.each([
    ['https://chatgpt.com/', ['chatgpt'], false],
    ['https://chat.openai.com/', ['chatgpt'], false],
    ['https://chat.openai.com/', ['chatgpt.com'], true],
    ['https://claude.ai/', ['chatgpt'], true],
    ['https://grok.com/', ['*.grok.com'], false],
    ['https://x.com/i/grok', ['grok'], false],
  ])('%s with %j turned off', (address, sitesOff, isGuarded) => {
    expect(at(address, { sitesOff }) !== null).toBe(isGuarded);
    expect(at(address, {})).not.toBeNull();
  });

  test.each([
    ['https://chat.example.org/room', ['chat.example.org'], 'chat.example.org'],
    ['https://chat.example.org/room', ['*.example.org'], '*.example.org'],
    ['http://chat.example.org/', ['chat.example.org'], undefined],
    ['https://example.org/', ['chat.example.org'], undefined],
    ['https://mychat.example.org/', ['chat.example.org'], undefined],
    // An id that nobody knows is no host.
    ['https://chatgtp/', ['chatgtp'], undefined],
    // What is listed already stays what it is.
    ['https://x.com/home', ['x.com'], undefined],
    ['https://chatgpt.com/', ['*.chatgpt.com'], 'chatgpt'],
  ])('%s with %j added', (address, sitesAdd, id) => {
    expect(at(address, { sitesAdd })?.site.id).toBe(id);
  });

  test('an added site that is turned off too is off', () => {
    const lists = { sitesAdd: ['chat.example.org'], sitesOff: ['*.example.org'] };
    expect(at('https://chat.example.org/', lists)).toBeNull();
  });

  test('a teacher can add a site, and neither turn one off nor list a tool', () => {
    const teacher = {
      sitesOff: ['chatgpt'],
      sitesAdd: ['example.org'],
      approvedTools: [{ site: 'claude', tier: 'agreement' }],
    };
    const { policy } = mergePolicies({ district: {}, teacher });
    expect(standAt(new URL('https://chatgpt.com/'), policy)).toMatchObject({ tier: null });
    expect(standAt(new URL('https://example.org/'), policy)).toMatchObject({ tier: null });
    const off = mergePolicies({ district: { sitesOff: ['example.org'] }, teacher }).policy;
    expect(standAt(new URL('https://example.org/'), off)).toBeNull();
  });
});
