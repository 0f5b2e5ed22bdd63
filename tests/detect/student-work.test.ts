import { table } from './table.ts';

const BODY =
  'Last summer my family drove to the lake and my brother fell in the water. I laughed so hard that I dropped the lunch, and then nobody laughed any more.';

table('student-work', [
  [
    `Name: Maya Lopez\nDate: 10/4\nClass: English 7\n\n${BODY}\n\nGrade this`,
    `Name: Maya Lopez\nDate: 10/4\nClass: English 7\n\n${BODY}`,
  ],
  [`Maya Lopez\nMrs. Reed\nEnglish 9\n\n${BODY}`, `Maya Lopez\nMrs. Reed\nEnglish 9\n\n${BODY}`],
  [`The Lake\nby Maya Lopez\n\n${BODY}`, `The Lake\nby Maya Lopez\n\n${BODY}`],
  [`Nombre: Maya López\nMaestra: Sra. Ruiz\n\n${BODY}`, `Nombre: Maya López\nMaestra: Sra. Ruiz\n\n${BODY}`],
  ['Name: ________\nDate: ________\n\n1. Add 4 and 5.\n2. Subtract 3.'],
  [`Dear families,\n\n${BODY}`],
  [
    'Lesson plan\nEnglish 9\nMrs. Reed\n\nStudents will read two chapters and write a paragraph about the theme of the novel.',
  ],
  ['The Road Not Taken by Robert Frost\n\nTwo roads diverged in a yellow wood'],
]);
