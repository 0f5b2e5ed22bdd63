import { expect, test } from 'vitest';
import { createDocument } from '../../lib/detect/document.ts';
import { createGazetteer } from '../../lib/detect/names/gazetteer.ts';
import { personTest } from '../../lib/detect/person-test.ts';
import { loadTables } from '../../tools/load-detector.ts';

const gazetteer = createGazetteer(loadTables());

const aboutMark = (marked: string) =>
  personTest(createDocument(marked.replace('*', '')), gazetteer).about(marked.indexOf('*'));

test.each([
  ['he has *ADHD', 'here'],
  ['my student has *ADHD', 'here'],
  ['his dad is in *jail', 'here'],
  ['Diego has *ADHD', 'here'],
  ['mi alumna tiene *TDAH', 'here'],
  ['Diego is new. Has *ADHD.', 'near'],
  ['Student: Xq Zzyv\nGrade: 5\nRoom: 2\nBus: 4\nTime: 5\nDiagnosis: *OHI', 'near'],
  ['students with *ADHD benefit', 'none'],
  ['Diego is new. Students with *ADHD benefit.', 'none'],
  ['the *depression of 1929', 'none'],
  ['In the novel she has *epilepsy', 'none'],
  ['parents can ask about *ADHD', 'none'],
])('%s: %s', (marked, about) => {
  expect(aboutMark(marked)).toBe(about);
});
