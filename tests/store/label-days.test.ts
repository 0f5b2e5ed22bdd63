/** Many days at random: lists change, the browser is closed, labels are forgotten. No label ever brings back another child. */
import { expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { labelIndex } from '../../lib/class-list/label-index.ts';
import { drawFrom, type Numbered, numbersAfter } from '../../lib/class-list/numbers.ts';
import type { ListedPerson } from '../../lib/class-list/person.ts';
import { restoreAliases } from '../../lib/redact/restore.ts';
import { tellListsChanged } from '../../lib/store/class-digest.ts';
import { setNumbersAside } from '../../lib/store/label-numbers.ts';
import { dropListed, keepListed } from '../../lib/store/listed-labels.ts';
import { assignLabels, forgetLabels, labelsFor } from '../../lib/store/vault.ts';
import { randomFrom } from '../policy/helpers.ts';

const FIRST = ['Maya', 'Mya', 'Leo', 'Ana', 'Omar', 'Zoë', 'Kim'];
const LAST = ['Lopez Ruiz', 'Diaz', 'Kim', 'Haddad', 'Okafor'];
const DAYS = 40;

/** A child, whatever a list calls it. `names`: all names that it ever had. */
interface Child {
  names: Set<string>;
  first: string;
  last: string;
}

test.each([1, 2, 3, 4, 5])('from seed %i', async (seed) => {
  await browser.storage.local.clear();
  await browser.storage.session.clear();
  const random = randomFrom(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const nameOf = ({ first, last }: { first: string; last: string }) => `${first} ${last}`;
  const children = FIRST.flatMap((first) =>
    LAST.map((last): Child => ({ first, last, names: new Set([nameOf({ first, last })]) })),
  );
  /** Whose an entry of a list is. */
  const whose = new Map<string, Child>();
  const classes = new Map<string, Numbered>();
  const given = new Map<string, Child>();
  let today = new Map<Child, string>();
  let entries = 0;
  let restored = 0;

  const change = async (name: string, people: ListedPerson[]) => {
    const before = classes.get(name) ?? { people: [], numbers: {} };
    const others = [...classes].filter(([other]) => other !== name).map(([, one]) => one);
    const draw = drawFrom(await setNumbersAside('Student', people.length), random);
    classes.set(name, { people, numbers: numbersAfter(before, people, others, draw) });
  };
  const show = async () => {
    const all = [...classes].map(([name, one]) => ({ name, ...one }));
    await tellListsChanged(all.length > 0);
    const { 'class-lists-changed': made } = await browser.storage.local.get('class-lists-changed');
    await (all.length > 0 ? keepListed(labelIndex(all), made) : dropListed());
  };
  const entryOf = (child: Child): ListedPerson => {
    const id = String(entries++);
    whose.set(id, child);
    return { id, first: child.first, last: child.last };
  };

  for (let day = 0; day < DAYS; day++) {
    const name = pick(['Period 3', 'Period 4']);
    const people = [...(classes.get(name)?.people ?? [])];
    const listed = new Set(
      [...classes.values()].flatMap((one) => one.people.map(({ id }) => whose.get(id)!)),
    );
    const free = children.filter((child) => !listed.has(child));
    const at = Math.floor(random() * people.length);
    switch (pick(['add', 'remove', 'replace', 'correct', 'erase', 'none'] as const)) {
      case 'add':
        await change(name, [...people, ...free.filter(() => random() < 0.2).map(entryOf)]);
        break;
      case 'remove':
        await change(name, people.toSpliced(at, 1));
        break;
      case 'replace': {
        // Another child's name is written over a row.
        const child = pick(free);
        const old = people[at];
        // What reads like a correction is one: nobody could tell.
        if (!old || child.first[0] === old.first[0] || child.first === old.first) break;
        whose.set(old.id, child);
        await change(name, people.with(at, { ...old, first: child.first, last: child.last }));
        break;
      }
      case 'correct': {
        const old = people[at];
        const child = old && whose.get(old.id)!;
        if (!old || !child) break;
        child.last = `${child.last.split(' ')[0]} Vega${entries++}`;
        child.names.add(nameOf(child));
        await change(name, people.with(at, { ...old, last: child.last }));
        break;
      }
      case 'erase':
        if (random() < 0.3) classes.delete(name);
    }
    await show();
    if (random() < 0.5) {
      await browser.storage.session.clear();
      today = new Map();
      await show();
    } else if (random() < 0.2) {
      await forgetLabels();
      today = new Map();
    }

    const named = children.filter(() => random() < 0.15);
    const requests = named.map((child, i) => ({
      ...{ entity: i, category: 'person-name' as const, role: 'student' as const },
      forms: [pick([nameOf(child), `${child.last}, ${child.first}`, nameOf(child).toUpperCase()])],
    }));
    const labels = (await assignLabels(requests, '')).map(({ surrogate }) => surrogate);
    for (const [i, label] of labels.entries()) {
      const child = named[i]!;
      expect(given.get(label) ?? child, `day ${day}: ${label}`).toBe(child);
      given.set(label, child);
      expect(today.get(child) ?? label, `day ${day}: ${nameOf(child)}`).toBe(label);
      today.set(child, label);
    }

    // Answers of any day.
    const labelled = [...given.keys()];
    const answer = labelled.join('\n');
    const lines = restoreAliases(answer, await labelsFor([answer])).text.split('\n');
    for (const [i, label] of labelled.entries()) {
      const name = lines[i]!;
      if (name === label) continue;
      restored++;
      const inOrder = name.split(', ').reverse().join(' ').toLowerCase();
      const isOwn = [...given.get(label)!.names].some((one) => one.toLowerCase() === inOrder);
      expect(isOwn, `day ${day}: ${label} came back as ${name}`).toBe(true);
    }
  }
  expect(restored).toBeGreaterThan(200);
});
