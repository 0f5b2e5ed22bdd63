import { describe, expect, test } from 'vitest';
import { createDocument } from '../../lib/detect/document.ts';
import type { Role } from '../../lib/detect/finding.ts';
import { rolesOfNames } from '../../lib/detect/recognizers/person-role.ts';

/** The roles of the names that are marked in a text: `my student [Maya Lopez]`. */
function rolesIn(marked: string): Role[] {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  for (const part of marked.split(/(\[[^\]]+\])/)) {
    const plain = part.startsWith('[') ? part.slice(1, -1) : part;
    if (plain !== part) spans.push({ start: text.length, end: text.length + plain.length });
    text += plain;
  }
  const doc = createDocument(text);
  const places = spans.map(({ start, end }) => ({
    from: doc.tokens.findIndex((token) => token.start >= start),
    to: doc.tokens.findLastIndex((token) => token.start < end) + 1,
  }));
  return rolesOfNames(doc, places);
}

const ROLES: [marked: string, ...roles: Role[]][] = [
  // Titles.
  ['Ms. [Nguyen] called.', 'staff'],
  ['i told mrs [lopez] about it', 'staff'],
  ['Principal [Park] and Coach [Ramirez] met.', 'staff', 'staff'],
  ['The principal, Dr. [Aisha Khan], called.', 'staff'],
  ['His mother, Mrs. [Lopez], called.', 'family'],
  ["Mrs. [Lopez], [Maya]'s mom, called.", 'family', 'student'],
  ['Mr. and Mrs. [Lopez] came to the meeting.', 'family'],
  ['Ms. [Lopez] called about her son.', 'family'],
  ['[Maya Lopez] was absent. Ms. [Lopez] called me.', 'unknown', 'family'],
  ['[Maya Lopez] was absent. Ms. [Ana Lopez] teaches math. Ms. [Lopez] called.', 'unknown', 'staff', 'staff'],
  ['Physician: Dr. [Sundaresan], ph 605 555 0151', 'unknown'],
  // Greetings and mail headers.
  ['Dear Ms. [Cole],\nThank you for the extra help.', 'staff'],
  ['Dear Mrs. [Lopez],\nYour daughter has improved this month.', 'family'],
  ['Hi [Ana],\nyour son left his jacket here.', 'family'],
  ['Estimada señora [Quiñones]:\nSu hijo faltó el martes.', 'family'],
  ['From: [Dana Ruiz]\nTo: Ms. [Cole]', 'unknown', 'staff'],
  ["From: [Ana Lopez] (Maya's mom)", 'family'],
  ['From: [Dana Ruiz], 4th grade teacher\nSubject: field trip', 'staff'],
  // Relations, both ways.
  ["[Ana], [Maya]'s mom, called.", 'family', 'student'],
  ["[Maya]'s mom, [Ana Lopez], called.", 'student', 'family'],
  ['[Rosa Lopez], her aunt, called.', 'family'],
  ['his sister [Rosa] is here too', 'family'],
  ['mom ([Ana Lopez]) wants a call', 'family'],
  ['My son [Marco] has a fever.', 'student'],
  ["[Ana]'s daughter [Maya] is new.", 'family', 'student'],
  ['the mother of [Maya]', 'student'],
  ["[Maya]'s teacher, Ms. [Cole]", 'student', 'staff'],
  ["the principal's son, [Leo], was late", 'student'],
  ['[Ana Lopez] is the mom of [Maya].', 'family', 'student'],
  ["email mrs [a] thats ashkii's mom", 'family'],
  // Jobs.
  ['I spoke with [Daniel Park], the counselor, about him.', 'staff'],
  ['our counselor [Daniel Park] met him', 'staff'],
  ['[Dana Ruiz] is our new 4th grade math teacher.', 'staff'],
  ['[Dana Ruiz] (student teacher)', 'staff'],
  ['a teacher named [Dana Ruiz]', 'staff'],
  ['Case manager, teacher: [Dana Ruiz]', 'staff'],
  ['the teacher [Maya] hit is on leave', 'unknown'],
  ['I told the teacher, [Maya] hit him.', 'unknown'],
  ['Teacher: [Maya], sit down.', 'unknown'],
  ['[Maya], your teacher called.', 'unknown'],
  ['[Maya], ask your teacher', 'unknown'],
  ['[Maya] is the teacher today.', 'unknown'],
  ['[Maya] is my teacher helper.', 'unknown'],
  ['[Maya] wants to be a teacher.', 'unknown'],
  ["[Maya] is the teacher's favorite.", 'unknown'],
  ['librarian: [Hua]\nline leader: [Soren]', 'unknown', 'unknown'],
  ['[Keyshia] - mom deployed', 'unknown'],
  ['Mom: [Maya] can come.', 'unknown'],
  // Students.
  ['My student [Maya] reads.', 'student'],
  ['a student named [Quillara]', 'student'],
  ['Student name: [Maya Lopez]', 'student'],
  ['Parent/guardian: [Mai Nhia Lor]', 'family'],
  ['[Maya Lopez], a 7th grader, plays chess.', 'student'],
  ['[Maya Lopez] (grade 5) reads.', 'student'],
  ["[Maya]'s IEP is due.", 'student'],
  ['[Jaylen] called.', 'unknown'],
  // Signatures: a member of staff at most, never "self".
  ['Best,\n[Dana Ruiz]\n4th grade teacher', 'staff'],
  ['Sincerely,\n\n[Dana Ruiz], M.Ed.\nSpecial Education Teacher, Lincoln Elementary', 'staff'],
  ['Atentamente,\n[Dana Ruiz]\nMaestra de cuarto grado', 'staff'],
  ["Thanks,\n[Ana Lopez]\nMaya's mom", 'family'],
  ['Sincerely,\n[Maya Lopez]\n4th grade student', 'student'],
  ['Sincerely,\n[Maya Lopez]\n5th grade', 'unknown'],
  ['Love,\n[Maya]\nP.S. You are my favorite teacher', 'unknown'],
  ['Thanks,\n[Maya]\nmy teacher said to write this', 'unknown'],
  ['I talked to her.\n[Maya Lopez]\nTeacher comments follow.', 'unknown'],
  // The writer.
  ['I am [Dana Ruiz], a 4th grade teacher in Texas.', 'staff'],
  ['My name is [Dana Ruiz] and I teach 4th grade.', 'staff'],
  ['Me llamo [Dana Ruiz] y soy maestra de segundo.', 'staff'],
  ["I'm [Ana Lopez], Maya's mom.", 'family'],
  ['My name is [Maya] and I am in 4th grade.', 'unknown'],
  ['Soy [Ana], la mamá de [Maya].', 'family', 'student'],
  ['My name is [Maya] and I want to be a teacher.', 'unknown'],
  // Spanish.
  ['La maestra [Ruiz] habló con su papá, el señor [Balderas].', 'staff', 'family'],
  ['Mi alumno [Marco] no vino; su hermana [Rosa] tampoco.', 'student', 'family'],
  ['la mamá de [Maya] llamó', 'student'],
  ['[Daniel Park], el consejero, llamó.', 'staff'],
  ['profe [Axel] no vino', 'unknown'],
  ['Maestra [Maya] no vino hoy', 'unknown'],
  ['hable con la maestra [Ruiz]', 'staff'],
  ['una carta para [Xiadani Cota]', 'unknown'],
];

describe('role', () => {
  test.each(ROLES)('%s', (marked, ...roles) => expect(rolesIn(marked)).toEqual(roles));
});
