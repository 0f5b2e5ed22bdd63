import { table } from './table.ts';

table('disability', [
  ['Maya has ADHD.', 'ADHD'],
  ['He is on a 504 plan for dyslexia.', '504 plan', 'dyslexia'],
  ['My student has an IEP and is autistic.', 'IEP', 'autistic'],
  ['Maya is in 5th grade. Has dyslexia.', 'dyslexia'],
  ["Ms. Nguyen asked about Tuan's IEP.", 'IEP'],
  ['Write a goal for a student with a hearing impairment.', 'hearing impairment'],
  ['Eligibility: OHI\nStudent: Maya Lopez', 'Eligibility: OHI'],
  ['Mi alumno tiene dislexia.', 'dislexia'],
  ['La niña usa aparato auditivo.', 'aparato auditivo'],
  ['name,grade,sped\nLopez Maya,5,SLD\nRuiz Ana,5,N\nVang Pao,5,N', 'SLD'],
  ['Students with ADHD benefit from breaks.'],
  ['What is an IEP?'],
  ['Maya likes math. Students with dyslexia need more time.'],
  ['Explain Section 504 of the law.'],
  ['Add 504 and 12.'],
  ['Los alumnos con dislexia necesitan más tiempo.'],
  ['A chapter about autism in a novel.'],
]);
