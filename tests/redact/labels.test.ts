import { describe, expect, test } from 'vitest';
import {
  LABEL_KINDS,
  LABEL_LANGUAGES,
  LANGUAGE_WORDS,
  labelFor,
  labelsIn,
  readLabel,
  readLabelWord,
} from '../../lib/redact/labels.ts';
import { restoreAliases } from '../../lib/redact/restore.ts';
import { assignAliases, emptyVault } from '../../lib/redact/vault.ts';

test('a label has the word of the language and the number of the person', () => {
  expect(labelFor('Student', 1, 'en')).toBe('[Student 1]');
  expect(labelFor('Student', 1, 'es')).toBe('[Estudiante 1]');
  expect(labelFor('Date', 12, 'vi')).toBe('[Ngày 12]');
});

test('a label of every kind in every language is read, put back and kept from being given again', () => {
  for (const language of LABEL_LANGUAGES) {
    for (const kind of LABEL_KINDS) {
      const label = labelFor(kind, 7, language);
      expect(readLabel(label), label).toEqual({ kind, number: 7 });
      const surrogate = labelFor(kind, 7, 'en');
      const alias = { surrogate, original: 'Maya', category: 'person-name' as const, entity: 1 };
      expect(restoreAliases(`x ${label}.`, [alias]).text, label).toBe('x Maya.');
      expect(labelsIn(`x ${label}.`), label).toEqual(new Set([`${kind} 7`]));
    }
  }
});

test.each(['[Student]', 'Student 1', '[Figure 1]', '[Student 1] ', '[Student 1 2]', ''])(
  'no label: %j',
  (text) => {
    expect(readLabel(text)).toBeNull();
  },
);

test('every word stands under one kind alone', () => {
  for (const language of LABEL_LANGUAGES) {
    const { words, many } = LANGUAGE_WORDS[language];
    for (const kind of LABEL_KINDS) {
      expect(words[kind][0], `${language} ${kind}`).toBeTruthy();
      for (const word of [...words[kind], ...(many[kind] ?? [])]) {
        expect(readLabelWord(word)?.kind, `${language} ${word}`).toBe(kind);
      }
    }
  }
});

describe('a number that stands in a draft is given to nobody', () => {
  const given = (draft: string) =>
    assignAliases(
      emptyVault(),
      [{ entity: 1, category: 'person-name', role: 'student', forms: ['Maya Lopez'] }],
      draft,
    ).aliases[0]!.surrogate;

  test.each<[string, string]>([
    ['Maya Lopez', '[Student 1]'],
    ['[Student 1] and Maya Lopez', '[Student 2]'],
    ['Student 1 and student #2 and Maya Lopez', '[Student 3]'],
    ['[Estudiante 1], [学生 2] and **Student 3**', '[Student 4]'],
    ['[Students 1–4] and Students 5 and 6', '[Student 7]'],
    ['[Adult 1] and student 2', '[Student 1]'],
  ])('%j: %s', (draft, label) => {
    expect(given(draft)).toBe(label);
  });
});
