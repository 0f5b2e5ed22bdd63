import { describe, expect, test } from 'vitest';
import rules from '../curriculum/state-rules.json' with { type: 'json' };
import words from '../curriculum/state-words.json' with { type: 'json' };
import { STATES } from '../lib/policy/policy.ts';
import { stateWords } from '../lib/state-words.ts';
import { gradeOf } from './reading-level.ts';

const PACKS = STATES.filter((state) => state !== '');

test('every state has words, and no other is there; no state has none', () => {
  expect(Object.keys(words).sort()).toEqual([...PACKS].sort());
  expect(stateWords('', 'en')).toBeNull();
});

describe.each(PACKS)('the words of %s', (state) => {
  const [en, es] = [stateWords(state, 'en-US')!, stateWords(state, 'es-MX')!];

  test('are in both languages, with the same parts', () => {
    for (const part of ['know', 'links'] as const) expect(es[part].length).toBe(en[part].length);
    for (const one of [en, es]) {
      expect(one.know.length).toBeGreaterThan(0);
      const texts = [
        one.name,
        ...one.know,
        ...Object.values(one.why),
        ...one.links.map(({ title }) => title),
      ];
      expect(texts.filter((text) => text.trim() === '')).toEqual([]);
    }
    expect(en.know.filter((text) => es.know.includes(text))).toEqual([]);
  });

  test('give a reason for each rule that is stricter, and for no other', () => {
    const stricter = Object.keys(rules[state]).sort();
    expect(Object.keys(en.why).sort()).toEqual(stricter);
    expect(Object.keys(es.why).sort()).toEqual(stricter);
  });

  test('name their sources and the day on which they were read', () => {
    expect(en.checked).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
    expect(en.links.length).toBeGreaterThan(0);
    for (const { url } of en.links) expect(new URL(url).protocol).toBe('https:');
  });

  test('read at grade 6', () => {
    // The name of the state is as long as it is.
    const sentences = [...en.know, ...Object.values(en.why)].map((text) => text.replaceAll(en.name, 'Maine'));
    expect(sentences.filter((text) => gradeOf(text) > 9)).toEqual([]);
    expect(gradeOf(sentences.join(' '))).toBeLessThanOrEqual(6);
  });

  test('advise, and promise nothing', () => {
    const all = JSON.stringify([en, es]);
    expect(all).not.toMatch(/violat|illegal|\bsafe\b|compliant|\bmust\b|\bseguro\b(?! social)|ilegal/i);
  });
});
