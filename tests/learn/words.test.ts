import { expect, test } from 'vitest';
import { pathsIn } from '../../lib/learn/paths.ts';
import learn from '../../locales/learn.json' with { type: 'json' };
import { gradeOf } from '../reading-level.ts';

/** What only those read who check a record: the union or the district. */
const FOR_ISSUERS = /^badge\./;

test('the words of the learn page read at grade 6', () => {
  const page = Object.entries(learn.en).filter(([key]) => !FOR_ISSUERS.test(key));
  const sentences = page.map(([, text]) => text).filter((text) => /[.!?]$/.test(text));
  const paths = pathsIn('en').map(({ about }) => about);
  expect(gradeOf([...sentences, ...paths].join(' '))).toBeLessThanOrEqual(6);
});
