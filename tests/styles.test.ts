/** What stands in for names where the policy says so: through a review, by earlier choices, and back again. */
import { describe, expect, test } from 'vitest';
import { type Memory, NO_MEMORY, remembered } from '../lib/choices.ts';
import type { Finding } from '../lib/detect/finding.ts';
import { mergePolicies } from '../lib/policy/merge.ts';
import type { Alias } from '../lib/redact/alias.ts';
import { restoreAliases } from '../lib/redact/restore.ts';
import { aliasesOf, assignAliases, emptyVault, lookUp } from '../lib/redact/vault.ts';
import { ReviewSession } from '../lib/review-session.ts';
import { settle, type Vault } from '../lib/settle.ts';
import { randomFrom } from './policy/helpers.ts';

const policy = mergePolicies({ district: {}, teacher: { aliasStyles: { 'person-name': 'stand-in' } } });

function newVault(): Vault & { aliases(): Alias[] } {
  let state = emptyVault();
  const random = randomFrom(11);
  return {
    lookUp: async (requests, here) => lookUp(state, requests, new Set(here)),
    assign: async (requests, draft) => {
      const given = assignAliases(state, requests, draft, [], { taken: [], used: [], random });
      state = given.state;
      return given.aliases;
    },
    aliases: () => aliasesOf(state),
  };
}

/** A draft in which these are found, each at all its places; the names of one list are one person. */
function draft(text: string, ...people: string[][]) {
  const findings = people.flatMap((names, i) =>
    names.flatMap((name) =>
      [...text.matchAll(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'gu'))].map(
        ({ index }): Finding => ({
          ...{ span: { start: index, end: index + name.length }, category: 'person-name', role: 'student' },
          ...{ score: 0.95, recognizer: 'test', because: [], entity: i + 1 },
        }),
      ),
    ),
  );
  // "Maya" within "Maya Lopez" is found once.
  const whole = findings.filter(
    ({ span }) =>
      !findings.some((one) => one.span.start <= span.start && one.span.end >= span.end && one.span !== span),
  );
  return { text, findings: whole };
}

async function review(one: ReturnType<typeof draft>, vault: Vault, memory: Memory = NO_MEMORY) {
  const session = new ReviewSession(
    { ...one, policy, memory },
    { vault, detect: async () => null, changed: () => {} },
  );
  await session.refresh();
  return session;
}

test('one person has one invented name, in the form of each mention, and all of it comes back', async () => {
  const vault = newVault();
  const one = draft(
    'Maya Rose Lopez was late. Maya’s mom called; Lopez, Maya is new. Jonas’ desk is by Maya’s, and M. Lopez likes that. The Lopez family came. Lopez reads.',
    ['Maya Rose Lopez', 'Lopez, Maya', 'M. Lopez', 'Maya', 'Lopez'],
    ['Jonas'],
  );
  const session = await review(one, vault);
  const text = await session.swapped();
  const [maya, jonas] = vault.aliases().filter(({ surrogate }) => !surrogate.startsWith('['));
  const [first = '', last = ''] = maya!.surrogate.split(' ');
  const other = jonas!.surrogate;
  expect(text).toBe(
    `${first} ${last} was late. ${first}’s mom called; ${last}, ${first} is new. ` +
      `${other}’s desk is by ${first}’s, and ${first[0]}. ${last} likes that. The ${last} family came. ${first} ${last} reads.`,
  );
  expect(text).not.toMatch(/Maya|Lopez|Jonas/);
  expect(restoreAliases(text, vault.aliases()).text).toBe(
    one.text.replace('Jonas’ desk', 'Jonas’s desk').replace(/Lopez reads.$/, 'Maya Rose Lopez reads.'),
  );
  // What is remembered knows labels only.
  expect(session.ended().choices).toEqual({ '[Student 1]': 'swap', '[Student 2]': 'swap' });
});

test('an invented name that an edit brings into the text stands for nobody there', async () => {
  const vault = newVault();
  const one = draft('Maya Lopez was late.', ['Maya Lopez']);
  const first = await review(one, vault);
  const [standIn = ''] = (await first.swapped()).split(' was');
  const edited = draft(`Maya Lopez was late. ${standIn.split(' ')[0]} sits beside her.`, ['Maya Lopez']);
  const session = new ReviewSession(
    { ...one, policy, memory: NO_MEMORY },
    { vault, detect: async () => edited.findings, changed: () => {} },
  );
  await session.refresh();
  expect(await session.swapped()).toBe(`${standIn} was late.`);
  await session.edit(edited.text);
  expect(await session.swapped()).toBe(`[Student 1] was late. ${standIn.split(' ')[0]} sits beside her.`);
});

test('earlier choices bring the same name, and an answer that comes back is not asked about', async () => {
  const vault = newVault();
  const session = await review(draft('Maya Lopez was late.', ['Maya Lopez']), vault);
  const first = await session.swapped();
  const standIn = first.replace(' was late.', '');
  const memory = remembered(NO_MEMORY, session.ended());
  const beside = { policy, memory, hidden: 'none' as const, files: false };
  const again = draft('Maya reads well.', ['Maya']);
  expect(await settle({ ...again, ...beside }, vault)).toMatchObject({
    ...{ kind: 'swapped', text: `${standIn.split(' ')[0]} reads well.` },
  });
  const answer = draft(`${standIn} reads. ${standIn.split(' ')[0]} writes.`, [
    standIn,
    standIn.split(' ')[0]!,
  ]);
  expect(await settle({ ...answer, ...beside }, vault)).toEqual({ kind: 'clean' });
  expect((await review(answer, vault, memory)).items).toEqual([]);
});

test('who is kept gets none until the teacher swaps the name after all', async () => {
  const vault = newVault();
  const session = await review(draft('Maya Lopez was late.', ['Maya Lopez']), vault);
  const [item] = session.items;
  await session.choose([item!.key], 'keep');
  expect(await session.swapped()).toBe('Maya Lopez was late.');
  await session.choose([item!.key], 'swap');
  const swapped = await session.swapped();
  expect(swapped).not.toMatch(/Maya|Lopez|\[/);
  expect(restoreAliases(swapped, vault.aliases()).text).toBe('Maya Lopez was late.');
});

describe('the line that asks to keep labels', () => {
  const usual = mergePolicies({ district: {}, teacher: {} });
  const open = async (text: string, memory = NO_MEMORY, names = [['Maya Lopez']], by = usual) => {
    const one = draft(text, ...names);
    const parts = { vault: newVault(), detect: async () => null, changed: () => {} };
    const session = new ReviewSession({ ...one, policy: by, memory }, parts);
    await session.refresh();
    session.wantsLine = true;
    return session;
  };
  const ENGLISH = 'Keep labels like [Student 1] exactly as they are.';

  test('stands once in a conversation, behind an empty line, in the language of the passage', async () => {
    const session = await open('Maya Lopez was late.\n');
    expect(await session.swapped()).toBe(`[Student 1] was late.\n\n${ENGLISH}`);
    const memory = remembered(NO_MEMORY, session.ended());
    const again = await open('Maya Lopez was late.', memory);
    expect(await again.swapped()).toBe('[Student 1] was late.');
    expect(remembered(memory, again.ended())).toMatchObject({ lineAdded: true });
    expect(await (await open('Maya Lopez llegó tarde a la escuela.')).swapped()).toBe(
      '[Estudiante 1] llegó tarde a la escuela.\n\nDeje las etiquetas como [Estudiante 1] exactamente como están.',
    );
  });

  test('does not stand where it is not wanted, or where no label is written', async () => {
    const session = await open('Maya Lopez was late.');
    session.wantsLine = false;
    expect(await session.swapped()).toBe('[Student 1] was late.');
    expect(session.ended()).not.toHaveProperty('lineAdded');
    const kept = await open('Maya Lopez was late.');
    await kept.choose([kept.items[0]!.key], 'keep');
    expect(await kept.swapped()).toBe('Maya Lopez was late.');
    const invented = await open('Maya Lopez was late.', NO_MEMORY, [['Maya Lopez']], policy);
    expect(await invented.swapped()).toMatch(/^\p{L}+ \p{L}+ was late\.$/u);
    expect(invented.ended()).not.toHaveProperty('lineAdded');
  });
});
