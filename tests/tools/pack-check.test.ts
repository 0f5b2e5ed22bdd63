import { expect, test } from 'vitest';
import { run } from './command-line.ts';

function check(prompts: unknown) {
  const pack = { format: 'chalkline-pack', version: 1, title: 'Ours', language: 'en', prompts };
  const { exit, out, err } = run(['pack', 'check'], JSON.stringify(pack, null, 1));
  return { exit, out, err };
}
const good = { title: 'A', text: 'Write a quiz about [topic].', task: 'quiz' };

test('a good pack is valid', () => {
  expect(check([good])).toEqual({ exit: 0, out: 'The pack is valid. Prompts: 1, tips: 0.\n', err: '' });
});

test('a problem and a student are both named, with their places', () => {
  const named = { ...good, text: 'Write about Maya Lopez.' };
  const { exit, out, err } = check([named, { ...good, task: 'cooking' }]);
  expect([exit, err]).toEqual([1, '']);
  const lines = out.trimEnd().split('\n');
  expect(lines[0]).toMatch(/^15:4 prompts\.1\.task: write one of parent-email, /);
  expect(lines[1]).toBe('7:3 may point to a student: "Maya Lopez"');
});

test('what is no pack is not one', () => {
  const { exit, out } = check(7);
  expect(exit).toBe(1);
  expect(out).toContain('prompts: write a list');
});
