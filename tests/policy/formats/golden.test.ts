/** Files to read: one small policy in every format. docs/policy-formats.md says how each was checked. */
import { expect, test } from 'vitest';
import { FORMAT_IDS, writeFile } from '../../../lib/policy/formats/write-file.ts';
import { SAMPLE, TARGETS } from './samples.ts';

test.each(FORMAT_IDS)('%s', async (format) => {
  const { name, text } = writeFile(format, SAMPLE, TARGETS);
  // Not under its own ending: the formatter would write JSON in another way.
  await expect(text).toMatchFileSnapshot(`golden/${name}.txt`);
});
