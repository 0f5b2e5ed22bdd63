import { describe, expect, test } from 'vitest';
import { Chosen } from '../lib/chosen.ts';

const COMPOSER = {};

describe('what was chosen about', () => {
  test.each<[string, string, boolean]>([
    ['Maya Lopez was late.', 'Maya Lopez', true],
    ['Maya Lopez was late.', 'Maya', true],
    ['- Maya Lopez\n- Devon Carter', 'Maya Lopez\nDevon Carter', true],
    ['Maya  Lopez\u00a0was late.', 'Maya Lopez was', true],
    ['Maya Lopez was late.', 'Maya L', false],
    ['A banana was eaten.', 'ana', false],
    ['Maya Lopez', 'Maya Lopez\nDevon Carter', false],
    ['Maya Lopez', 'maya lopez', false],
    ['ana', 'ana', true],
    ['banana, ana', 'ana', true],
  ])('%j has %j: %s', (text, part, has) => {
    const chosen = new Chosen<object>();
    chosen.add(COMPOSER, text);
    expect(chosen.has(COMPOSER, part)).toBe(has);
    expect(chosen.has({}, part)).toBe(false);
  });

  test('is forgotten with the draft', () => {
    const chosen = new Chosen<object>();
    chosen.add(COMPOSER, 'Maya');
    chosen.letOut(COMPOSER, 'Maya was late.');
    expect([chosen.knows(COMPOSER), chosen.isLetOut(COMPOSER, 'Maya was\nlate.')]).toEqual([true, true]);
    expect(chosen.isLetOut(COMPOSER, 'Maya was late. Devon too.')).toBe(false);
    chosen.forget(COMPOSER);
    expect([chosen.knows(COMPOSER), chosen.has(COMPOSER, 'Maya')]).toEqual([false, false]);
    expect(chosen.isLetOut(COMPOSER, 'Maya was late.')).toBe(false);
  });
});
