/** The practice content, which a trainer may edit, and what the real detector and policy make of it. */
import { describe, expect, test } from 'vitest';
import { type Alarm, alarmOf, decide } from '../../lib/policy/decide.ts';
import { mergePolicies } from '../../lib/policy/merge.ts';
import { type Content, contentIn, STEP_KINDS, stagesOf, stepsOf } from '../../lib/practice/content.ts';
import { lookAt } from '../../lib/practice/look.ts';
import { puzzleSentence } from '../../lib/practice/puzzle.ts';
import type { Spoken } from '../../lib/words.ts';
import words from '../../locales/practice.json' with { type: 'json' };
import { loadDetector } from '../../tools/load-detector.ts';
import { gradeOf } from '../reading-level.ts';

const LANGUAGES: Spoken[] = ['en', 'es'];
const detector = loadDetector();
const policy = mergePolicies({ district: {}, teacher: {} });
const alarm = (text: string): Alarm => alarmOf(decide(text, detector.detect(text), policy));

/** The shape of some data: keys and lengths, with every text as 'text'. */
function shapeOf(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(shapeOf);
  if (typeof data === 'object' && data !== null)
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, shapeOf(value)]));
  return typeof data === 'string' ? 'text' : data;
}
function textsIn(data: unknown): string[] {
  if (typeof data === 'string') return [data];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(textsIn) : [];
}

describe('the content', () => {
  test('is of one shape in both languages, and nothing is empty', () => {
    expect(shapeOf(contentIn('es'))).toEqual(shapeOf(contentIn('en')));
    expect(LANGUAGES.flatMap((one) => textsIn(contentIn(one))).filter((text) => !text.trim())).toEqual([]);
    expect(Object.keys(words.es)).toEqual(Object.keys(words.en));
    const blanks = (text: string) =>
      text
        .match(/\{\d\}/g)
        ?.sort()
        .join() ?? '';
    const differ = Object.keys(words.en).filter((key) => {
      const [en, es] = LANGUAGES.map((one) => (words[one] as Record<string, string>)[key] ?? '');
      return blanks(en!) !== blanks(es!);
    });
    expect(differ).toEqual([]);
  });

  test.each(LANGUAGES)('has steps of a known kind, with samples that are there (%s)', (language) => {
    const { agenda, school } = contentIn(language);
    const ids = school.samples.map(({ id }) => id);
    for (const [id, step] of Object.entries(agenda.steps)) {
      expect(STEP_KINDS, id).toContain(step.kind);
      expect(
        [...(step.samples ?? []), ...(step.sample ? [step.sample] : [])].filter((one) => !ids.includes(one)),
      ).toEqual([]);
      expect(step.kind === 'quiz', id).toBe(step.choices?.[step.answer ?? -1] !== undefined);
    }
    expect(school.pair.answers.length).toBe(school.pair.names.length);
  });

  test('has an agenda of 90 and one of 30 minutes, which are as long as they say', () => {
    const { agenda } = contentIn('en');
    expect(agenda.agendas.map(({ minutes }) => minutes)).toEqual([90, 30]);
    for (const { minutes } of agenda.agendas) {
      const steps = stepsOf(agenda, minutes, []);
      expect(steps.reduce((sum, step) => sum + step.minutes, 0)).toBe(minutes);
      expect(steps.every((step) => stagesOf(step) > 0)).toBe(true);
    }
    expect(stepsOf(agenda, 30, []).map(({ id }) => id)).toEqual(['predict', 'pairs', 'puzzle']);
  });

  test('a step about a topic that is turned off is left out', () => {
    const { agenda } = contentIn('en');
    expect(stepsOf(agenda, 90, []).map(({ id }) => id)).toContain('bias');
    expect(stepsOf(agenda, 90, ['bias']).map(({ id }) => id)).not.toContain('bias');
  });

  test.each(LANGUAGES)('has only addresses and numbers that are nobody’s (%s)', (language) => {
    const all = textsIn(contentIn(language)).join('\n');
    expect((all.match(/[\w.]+@[\w.]+\w/g) ?? []).filter((one) => !one.endsWith('@example.org'))).toEqual([]);
    expect((all.match(/\d{3}-\d{4}\b/g) ?? []).filter((one) => !/^555-01\d\d$/.test(one))).toEqual([]);
    expect((all.match(/\b\d{3}-\d{2}-\d{4}\b/g) ?? []).filter((one) => !one.startsWith('000'))).toEqual([]);
    expect(contentIn(language).school.watermark).toMatch(/^INVENT/);
  });

  test('is written for everybody: what is read in English is at grade 7 or below', () => {
    const { agenda, handout, school } = contentIn('en');
    const lines = [
      ...textsIn(agenda.steps),
      ...textsIn(handout),
      ...school.samples.flatMap(({ hint, answer }) => [hint, answer]),
      ...textsIn(school.pair.changed),
      ...Object.values(words.en),
    ].filter((text) => text.split(' ').length > 5);
    expect(gradeOf(lines.join(' '))).toBeLessThanOrEqual(6);
  });

  test('promises nothing', () => {
    const claim = /anonym|anónim|de-?identif|desidentific|ferpa/i;
    const all = [...LANGUAGES.flatMap((one) => textsIn(contentIn(one))), ...textsIn(words)];
    expect(all.filter((text) => claim.test(text))).toEqual([]);
  });
});

describe('the real detector and policy', () => {
  const samples = LANGUAGES.flatMap((language) =>
    contentIn(language).school.samples.map((sample) => ({
      language,
      ...sample,
      name: `${sample.id} ${language}`,
    })),
  );
  test.each(samples)('$name', ({ text, clean }) => {
    expect(alarm(text)).toBe(clean ? 'none' : 'review');
  });

  test.each(LANGUAGES)('are quiet on the prompts that are shown as better (%s)', (language) => {
    const { school, agenda, handout }: Content = contentIn(language);
    const better = [school.puzzle.broad, school.pair.better, agenda.steps.pairs?.after ?? ''];
    expect([...better, ...handout.examples.map(({ after }) => after)].map(alarm)).not.toContain('review');
    expect(handout.examples.map(({ before }) => alarm(before))).not.toContain('none');
  });

  test.each(LANGUAGES)(
    'let each detail of the puzzle pass alone, and stop some together (%s)',
    (language) => {
      const { puzzle } = contentIn(language).school;
      const chosen = (...some: number[]) => puzzle.details.map((_, i) => some.includes(i));
      const alone = puzzle.details.map((_, i) => alarm(puzzleSentence(puzzle, chosen(i))));
      expect(alone).toEqual(puzzle.details.map(() => 'none'));
      expect(alarm(puzzleSentence(puzzle, chosen()))).toBe('none');
      expect(alarm(puzzleSentence(puzzle, chosen(0, 1)))).toBe('review');
      expect(alarm(puzzleSentence(puzzle, chosen(0, 1, 2, 3)))).toBe('review');
    },
  );

  test('a look says what stops, and swaps as a review does', async () => {
    const [note] = contentIn('en').school.samples;
    const look = await lookAt(note!.text, detector, policy);
    expect(look.stops).toBe(6);
    expect(look.marks.map(({ start, end }) => note!.text.slice(start, end))).toContain('Mateo Delgado');
    expect(look.swapped).toContain('home about [Student 1] (ID [ID 1])');
    expect(look.swapped).not.toMatch(/Mateo|Rosa|730121|example\.org|0142/);
  });
});
