import { table } from './table.ts';

table('disability', [
  ['Maya has ADHD.', 'ADHD'],
  ['He is on a 504 plan for dyslexia.', '504 plan', 'dyslexia'],
  ['My student has an IEP and is autistic.', 'IEP', 'autistic'],
  ['Maya is in 5th grade. Has dyslexia.', 'dyslexia'],
  ["Ms. Nguyen asked about Tuan's IEP.", 'IEP'],
  ['Write a goal for a student with a hearing impairment.', 'hearing impairment'],
  ['Students with ADHD benefit from breaks.'],
  ['What is an IEP?'],
  ['Maya likes math. Students with dyslexia need more time.'],
  ['Explain Section 504 of the law.'],
  ['Add 504 and 12.'],
]);
