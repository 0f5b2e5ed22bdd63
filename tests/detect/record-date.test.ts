import { table } from './table.ts';

table('record-date', [
  ['Per the 9-18-2024 evaluation he qualifies.', '9-18-2024'],
  ['She was absent on Feb 3.', 'Feb 3'],
  ['INCIDENT NOTE\nStudent: A.\nDate: Feb 3, 2025', 'Feb 3, 2025'],
  ['Annual review due 03/11/2026 for the student.', '03/11/2026'],
  ['he was absent 9/12, 10/3 and 11/7', '9/12', '10/3', '11/7'],
  ['Se reunió con su mamá el 14 de abril de 2025.', '14 de abril de 2025'],
  ['Andre faltó el 7 de octubre. Después volvió.', '7 de octubre'],
  ['Cole was absent on the 9th of March. He came back.', '9th of March'],
  ['Cole was absent on the 9th of Sept. 2025. He came back.', '9th of Sept. 2025'],
  ['Leo was left at school on May 5, crying.', 'May 5'],
  ['Seat change Wed 3/18 for my student.', 'Wed 3/18'],
  ['Leo was suspended Monday, May 5, after a fight.', 'Monday, May 5'],
  ['Student\tEval date\nAna Ruiz\t02/14/2025', '02/14/2025'],
  ['The quiz on chapter 4 is Oct 5.'],
  ['The treaty was signed on June 28, 1919.'],
  ['She was born in 1809.'],
  ['Newsletter: picture day is October 12, 2026.'],
  ['3/4 of the class'],
  ['From: A <a@example.org>\nDate: Mon, Jan 12, 2026\nSubject: hi\n\nThe student was absent.'],
]);
