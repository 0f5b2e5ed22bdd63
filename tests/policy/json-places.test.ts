import { expect, test } from 'vitest';
import { jsonPlaces } from '../../lib/policy/json-places.ts';
import { randomFrom } from './helpers.ts';

test('keys and entries of lists have their places', () => {
  const text = ' {"a": {"b": [1, {"c": 2}]}, "d\\u0065": "x:{"}';
  const { places, bad } = jsonPlaces(text);
  expect(bad).toBeUndefined();
  expect([...places]).toEqual([
    ['', 1],
    ['a', 2],
    ['a.b', 8],
    ['a.b.0', 14],
    ['a.b.1', 17],
    ['a.b.1.c', 18],
    ['de', 29],
  ]);
});

test('agrees with JSON.parse about 2,000 damaged texts', () => {
  const random = randomFrom(7);
  const whole = '{"rules": {"email": "block", "x": [1.5e3, true, null, {}]}, "locked": ["a\\n"], "n": -0}';
  let valid = 0;
  for (let i = 0; i < 2000; i++) {
    const at = Math.floor(random() * whole.length);
    const piece = ['', ',', '"', '}', ']', ':', '1', ' ', '\\', '{}'][Math.floor(random() * 10)]!;
    const text = whole.slice(0, at) + piece + whole.slice(at + Math.floor(random() * 2));
    let parses = true;
    try {
      JSON.parse(text);
    } catch {
      parses = false;
    }
    if (parses) valid++;
    expect(jsonPlaces(text).bad === undefined, text).toBe(parses);
  }
  expect(valid).toBeGreaterThan(200);
  expect(valid).toBeLessThan(1800);
});

test('deep nesting is only deep', () => {
  expect(jsonPlaces('['.repeat(200_000)).bad).toBe(200_000);
});
