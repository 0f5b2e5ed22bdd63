import { describe, expect, test } from 'vitest';
import { detector, textOf } from './load.ts';

/** The groups of mentions, in order of entity. */
function groups(text: string): string[][] {
  const found: string[][] = [];
  for (const finding of detector.detect(text)) {
    found[finding.entity - 1] ??= [];
    found[finding.entity - 1]!.push(textOf(text, finding));
  }
  return found;
}

describe('linking', () => {
  test.each<[string, string[][]]>([
    ["Maya Lopez reads. Maya's essay. My student M. Lopez left.", [['Maya Lopez', 'Maya', 'M. Lopez']]],
    ['Maya Lopez and Maya Chen met. Maya left.', [['Maya Lopez'], ['Maya Chen'], ['Maya']]],
    ['Maya Lopez and Ana Lopez met. Lopez left.', [['Maya Lopez'], ['Ana Lopez'], ['Lopez']]],
    [
      'Maya R. Lopez and Maya T. Lopez met. Maya Lopez left.',
      [['Maya R. Lopez'], ['Maya T. Lopez'], ['Maya Lopez']],
    ],
    ['Maya Lopez met Ms. Lopez.', [['Maya Lopez'], ['Lopez']]],
    ['The principal, Mr. Daniel Park, spoke. Mr. Park left.', [['Daniel Park', 'Park']]],
    ['Marcus Bell met Marcus Bell Jr.', [['Marcus Bell'], ['Marcus Bell Jr.']]],
    ['Benjamin "Ben" Carter came. Then Ben left.', [['Benjamin "Ben" Carter', 'Ben']]],
    ['José Ruiz, then Jose\u0301 Ruiz.', [['José Ruiz', 'Jose\u0301 Ruiz']]],
    [
      'A@example.com or a@example.com, b@example.com',
      [['A@example.com', 'a@example.com'], ['b@example.com']],
    ],
    ['512-555-0142 or (512) 555-0142', [['512-555-0142', '(512) 555-0142']]],
    ['ID: S-10433 and student id S10433', [['S-10433', 'S10433']]],
  ])('%s', (text, expected) => {
    expect(groups(text)).toEqual(expected);
  });
});
