/** What is written in the place of a detail that is said in general. `«…»` stands around the detail. */
import { describe, expect, test } from 'vitest';
import type { CategoryId } from '../../lib/detect/category.ts';
import { redact } from '../../lib/redact/redact.ts';
import { type Detail, isSurelyGeneral, type Writing, writeDetails } from '../../lib/redact/written.ts';

const WRITING: Writing = {
  styles: { 'birth-date': 'generalize', 'record-date': 'generalize', school: 'generalize' },
  today: new Date(2026, 2, 20),
  inFile: false,
};
const LABELS: Partial<Record<CategoryId, string>> = {
  'birth-date': '[Date',
  'record-date': '[Date',
  school: '[School',
  'person-name': '[Student',
};

/** In: a text with marked details, each of its own label. */
function written(marked: string, categories: CategoryId[], writing = WRITING): string {
  const details: Detail[] = [];
  let text = '';
  for (const [i, part] of marked.split(/[«»]/).entries()) {
    const category = categories[details.length] ?? categories[0]!;
    const span = { start: text.length, end: text.length + part.length };
    const isGeneral = LABELS[category] === undefined;
    if (i % 2 === 1)
      details.push({ span, category, label: `${LABELS[category]} ${details.length + 1}]`, isGeneral });
    text += part;
  }
  const out = writeDetails(text, details, writing);
  for (const [i, { span }] of out.entries())
    expect(span.start).toBeGreaterThanOrEqual(out[i - 1]?.span.end ?? 0);
  return redact(
    text,
    out.flatMap(({ span, words }) => (words === null ? [] : [{ span, surrogate: words }])),
  ).text;
}

describe('a birth date is an age', () => {
  test.each<[text: string, general: string]>([
    ['Maya was born on «3/4/2013» and reads well.', 'Maya is 13 years old and reads well.'],
    ['Maya was born «March 21, 2013».', 'Maya is 12 years old.'],
    ['The student, who was born on «2013-03-20», reads.', 'The student, who is 13 years old, reads.'],
    ['Maya was born on «3/4/2013», and has a plan.', 'Maya is 13 years old, and has a plan.'],
    ['Maya was born on «March 20, 2025».', 'Maya is 1 year old.'],
    ['Maya was born on «March 20, 2024».', 'Maya is 2 years old.'],
    ['La alumna nació el «20 de marzo de 2025».', 'La alumna tiene 1 año.'],
    ['La alumna Maya, nacida el «20 de marzo de 2025», está.', 'La alumna Maya, de 1 año, está.'],
    ['Fecha de nacimiento: «25/12/2024»\nLa maestra lee.', 'Fecha de nacimiento: 1 año\nLa maestra lee.'],
    ['Maya Lopez, DOB «3/4/2013», grade 6', 'Maya Lopez, age 13, grade 6'],
    ['My student Maya, born «May 2, 2014», reads.', 'My student Maya, age 11, reads.'],
    ['Maya (DOB «3/4/13») is new.', 'Maya (age 13) is new.'],
    ['Name: Maya\nDOB: «3/4/2013»\nGrade: 6', 'Name: Maya\nDOB: age 13\nGrade: 6'],
    ['DOB: «3/4/2013»    Grade: 6', 'DOB: age 13    Grade: 6'],
    ['Date of birth «3/4/2013.» She reads.', 'Age 13. She reads.'],
    ['name,born\nMaya,«3/4/2013»,6', 'name,born\nMaya,age 13,6'],
    ['La alumna Maya nació el «4 de marzo de 2013» y lee bien.', 'La alumna Maya tiene 13 años y lee bien.'],
    ['La alumna Maya, nacida el «4 de mayo de 2013», lee.', 'La alumna Maya, de 12 años, lee.'],
    [
      'Fecha de nacimiento: «25/12/2013»\nLa maestra lee con ella.',
      'Fecha de nacimiento: 12 años\nLa maestra lee con ella.',
    ],
  ])('%s', (text, general) => {
    expect(written(text, ['birth-date'])).toBe(general);
  });

  test.each([
    'I was born on «3/4/1980» and teach.',
    'They were born on «3/4/2013».',
    'Her date of birth is «3/4/2013».',
    'Her birthday «3/4/2013» is a Monday.',
    'Maya was born on «3/4/2013» in Texas.',
    'Maya was born on «March 4».',
    'Maya was born on «3/4/2030».',
    'Maya was born on «13/13/2013».',
    '«3/4/2013» is her birthday.',
    'Maya was born on «3/4/2013» when his mother was 19.',
    'Maya was born on «3/4/2013», weighing only 4 lbs.',
    'Maya was born on «3/4/2013», a Monday.',
    'Maya was born on «3/4/2013», and so was Leo.',
    'Maya was born on «3/4/2013» and was small.',
    'Maya, born on «3/4/2013», a Monday, reads.',
    'Maya was not born on «3/4/2013».',
    'Maya wasn’t born on «3/4/2013».',
    'Maya was never born on «3/4/2013».',
    'It rained when Maya was born on «3/4/2013».',
    'La alumna Maya no nació el «14 de mayo de 2013».',
    'Cuando la alumna nació el «14 de mayo de 2013», la madre lloró.',
    'La alumna nació el «14 de mayo de 2013» cuando la madre era joven.',
    'It was Monday, «3/4/2013».',
    'Maya ist am «3/4/2013» geboren und geht in die Schule.',
    // Whether 3 is the day or the month cannot be told, and the age differs.
    'La alumna Maya nació el «3/4/2013» y lee bien con la maestra.',
  ])('unsure: %s', (text) => {
    expect(written(text, ['birth-date'])).toMatch(/\[(?:Date|Fecha|Datum) 1\]/);
  });
});

describe('a date in a record is a part of its month', () => {
  test.each<[text: string, general: string]>([
    ['Maya was late on «March 3».', 'Maya was late in early March.'],
    ['On «Tuesday, March 17, 2026», Maya left.', 'In mid-March 2026, Maya left.'],
    ['«10/14» was the day of the fight.', 'Mid-October was the day of the fight.'],
    ['The plan runs from «3/1/2026» to «10/31».', 'The plan runs from early March 2026 to late October.'],
    ['We meet by «March 3» at school.', 'We meet by early March at school.'],
    ['The «March 3» letter of the class.', 'The early March letter of the class.'],
    ['Maya has been out since «Oct. 21st».', 'Maya has been out since late October.'],
    ['She left. «March 3»: she called.', 'She left. Early March: she called.'],
    ['Maya\t«3/3/2026»\tlate', 'Maya\tearly March 2026\tlate'],
    ['The note of «3 March» is lost.', 'The note of early March is lost.'],
    ['La alumna faltó a la escuela el «3 de marzo».', 'La alumna faltó a la escuela a principios de marzo.'],
    ['El «lunes, 16 de marzo de 2026» la alumna no vino.', 'A mediados de marzo de 2026 la alumna no vino.'],
    ['La alumna falta a clase desde el «25 de enero».', 'La alumna falta a clase desde finales de enero.'],
    ['La nota de la maestra del «3 de marzo.»', 'La nota de la maestra de principios de marzo.'],
  ])('%s', (text, general) => {
    expect(written(text, ['record-date'])).toBe(general);
  });

  test.each([
    'Maya was late on «Tuesday».',
    'Maya was late on «March 3»-5 and left.',
    'Maya was late on «March 3» and 4.',
    'The grade is based on «March 3».',
    'It is a «March 3» letter.',
    'The «March 3»’s letter is lost.',
    'Maya was late on Tuesday, «March 3».',
    'Maya was late on «the day after March 3».',
    'Maya was late on the «5th of May».',
    'Maya has the «5 May» form.',
    'Maya was late in the week of «March 3».',
    'Maya was late the day after «March 3».',
    'We meet by the end of «March 3».',
    'Maya was late two days before «March 3».',
    'Maya was late at 3:15 on «March 3».',
    'Maya was late in the morning on «March 3».',
    'We meet by «March 3» at 3:00 pm.',
    'La alumna faltó a la escuela la semana del «3 de marzo».',
    'La alumna faltó a la escuela dos días después del «3 de marzo».',
    'La alumna llegó tarde a la escuela a las 3:15 el «3 de marzo».',
    'La alumna llegó a la escuela el «3 de marzo» a las 9.',
    'La alumna faltó a la escuela el «3/4».',
  ])('unsure: %s', (text) => {
    expect(written(text, ['record-date'])).toMatch(/\[(?:Date|Fecha) 1\]/);
  });

  test('two dates of a sentence are not the same part of a month', () => {
    const dates = (text: string) => written(text, ['record-date']);
    expect(dates('Absent on «March 3» and «March 5».')).toBe('Absent on [Date 1] and [Date 2].');
    expect(dates('Absent on «March 3, 2026» and «March 5».')).toBe('Absent on [Date 1] and [Date 2].');
    expect(dates('Absent on «March 3»; Mr. Lee left on «March 5».')).toBe(
      'Absent on [Date 1]; Mr. Lee left on [Date 2].',
    );
    expect(dates('Absent on «March 3» and «March 25».')).toBe('Absent in early March and late March.');
    expect(dates('Absent on «March 3» and «May 3».')).toBe('Absent in early March and early May.');
    expect(dates('Absent on «March 3». Late on «March 5».')).toBe(
      'Absent in early March. Late in early March.',
    );
    expect(dates('La alumna faltó a la escuela el «3 de marzo» y el «5 de marzo».')).toBe(
      'La alumna faltó a la escuela el [Fecha 1] y el [Fecha 2].',
    );
    const text = 'From March 3, as on March 3, she reads.';
    const details = [5, 20].map((start) => ({
      ...{ span: { start, end: start + 7 }, category: 'record-date' as const, label: '[Date 1]' },
    }));
    expect(writeDetails(text, details, WRITING).map(({ way }) => way)).toEqual(['general', 'general']);
  });

  test('what another detail holds is not changed', () => {
    expect(written('We saw «Maya on »«March 3».', ['person-name', 'record-date'])).toBe(
      'We saw [Student 1][Date 2].',
    );
  });
});

describe('a school is its kind', () => {
  test.each<[text: string, general: string]>([
    ['Maya attends «Lincoln Middle School».', 'Maya attends a middle school.'],
    ['Maya is at «Oak Elementary» and likes it.', 'Maya is at an elementary school and likes it.'],
    ['«Lincoln High School» is new to her.', 'A high school is new to her.'],
    ['The «Lincoln Middle School» is new to her.', 'The middle school is new to her.'],
    ['Maya likes our «Lincoln Middle School».', 'Maya likes our middle school.'],
    ['La «Escuela Primaria Lincoln» llamó a la familia.', 'Una escuela primaria llamó a la familia.'],
    ['School: «Lincoln Academy»\nGrade: 6', 'School: a school\nGrade: 6'],
    ['«Lincoln Middle School»’s office called.', 'A middle school’s office called.'],
    ['La alumna va a la «Escuela Primaria Lincoln».', 'La alumna va a una escuela primaria.'],
    ['La maestra del «Colegio Lincoln» está en la clase.', 'La maestra de una escuela está en la clase.'],
    [
      'La alumna estudia en «Lincoln Middle School» y le gusta.',
      'La alumna estudia en una escuela intermedia y le gusta.',
    ],
  ])('%s', (text, general) => {
    expect(written(text, ['school'])).toBe(general);
  });

  test('that stood before is the same', () => {
    const text = 'Maya left Oak Elementary. She was at Oak Elementary for years.';
    const details = [...text.matchAll(/Oak Elementary/g)].map(({ index }) => ({
      span: { start: index, end: index + 'Oak Elementary'.length },
      category: 'school' as const,
      label: '[School 1]',
    }));
    expect(writeDetails(text, details, WRITING).map(({ words }) => words)).toEqual([
      'an elementary school',
      'the elementary school',
    ]);
  });

  test.each([
    'Maya likes «Lincoln Middle School» students.',
    'A «Lincoln Middle School» student called.',
    'Maya is at «Lincoln».',
    'Nearby «Lincoln Middle School» is new.',
  ])('unsure: %s', (text) => {
    expect(written(text, ['school'])).toContain('[School 1]');
  });

  test('two schools keep their labels, or nobody could tell them apart', () => {
    expect(written('From «Oak Elementary» to «Elm Elementary».', ['school'])).toBe(
      'From [School 1] to [School 2].',
    );
  });
});

test('a statement is said in general as its sentence wants it', () => {
  const say = (text: string) => written(text, ['disability']);
  expect(say('Maya has «dyslexia», and reads.')).toBe('Maya has a learning need, and reads.');
  expect(say('Help with her «dyslexia».')).toBe('Help with her learning need.');
  expect(say('Maya has an «IEP» and reads.')).toBe('Maya has a learning need and reads.');
  expect(say('Maya «has an IEP for reading» and reads.')).toBe('Maya has a learning need and reads.');
  expect(say('La alumna Maya tiene «dislexia» y lee.')).toBe(
    'La alumna Maya tiene una necesidad de aprendizaje y lee.',
  );
  expect(say('Es por el «TDAH» de la alumna.')).toBe('Es por la necesidad de aprendizaje de la alumna.');
  expect(written('Es por la «pelea» de la alumna.', ['discipline'])).toBe(
    'Es por el asunto de conducta de la alumna.',
  );
});

test('nobody is a need', () => {
  const say = (text: string, category: CategoryId) => written(text, [category]);
  for (const [text, category] of [
    ['Ana is «dyslexic».', 'disability'],
    ['Ana isn’t «dyslexic» and reads.', 'disability'],
    ['They are not «homeless».', 'housing'],
    ['Leo is «in counseling».', 'counseling'],
    ['Leo was put «in counseling».', 'counseling'],
    ['Ana is an «English learner».', 'language-status'],
    ['La alumna es «disléxica» y lee.', 'disability'],
  ] as const) {
    expect(say(text, category)).toBe(text.replace(/«.*»/, '[…]'));
  }
});

test('a statement that may not read well in general is not sure', () => {
  const sure = (text: string, words: string, category: CategoryId) => {
    const start = text.indexOf(words);
    return isSurelyGeneral(text, category, [{ start, end: start + words.length }]);
  };
  expect(sure('Maya has dyslexia and reads.', 'dyslexia', 'disability')).toBe(true);
  expect(sure('On Monday Maya hit a peer.', 'hit a peer', 'discipline')).toBe(false);
  expect(sure('Ana is quiet and dyslexic.', 'dyslexic', 'disability')).toBe(false);
  expect(sure('She sits with an English learner.', 'English learner', 'language-status')).toBe(false);
  expect(sure('La alumna es lista y disléxica.', 'disléxica', 'disability')).toBe(false);
  expect(sure('Status: homeless\nGrade: 5', 'homeless', 'housing')).toBe(true);
  expect(sure('Leo needs help with counseling.', 'counseling', 'counseling')).toBe(true);
  expect(sure('Her IEP meeting is on Monday.', 'IEP', 'disability')).toBe(false);
  expect(sure('Maya got a 42 on the test.', '42', 'academic-record')).toBe(true);
  expect(sure('Maya is failing math.', 'is failing math', 'academic-record')).toBe(false);
});

test.each([
  ['Maya got an «18» and an 18th place.', 'Maya got a 10–19 and an 18th place.'],
  ['An «18» is too low.', 'A 10–19 is too low.'],
  ['Her quiz grade was «18/20», and Leo sat.', 'Her quiz grade was 90–100%, and Leo sat.'],
  ['Maya «went from a 64 to an 81» in May.', 'Maya went from a 60–69 to an 80–89 in May.'],
])('a score is said as a band: %s', (text, general) => {
  expect(written(text, ['academic-record'])).toBe(general);
});

describe('a name is no sign of a language', () => {
  test.each<[text: string, categories: CategoryId[], label: string]>([
    ["Roster\n«O'Brien, Sean» - DOB: 7/9", ['person-name'], '[Student 1]'],
    ['Roster\n«Ng, Kevin» - DOB: 7/9', ['person-name'], '[Student 1]'],
    ['Roster\n«Van der Berg, Lena»', ['person-name'], '[Student 1]'],
    ['IEP: «Carlos de la Cruz y Peña»', ['person-name'], '[Student 1]'],
    ['School: «Des Moines Elementary School»', ['school'], '[School 1]'],
    // What the words around it say still counts, and so does the script of a name.
    ['Alumna: «Maya de la Cruz»', ['person-name'], '[Estudiante 1]'],
    ['Nota de «Maya der Berg»: llegó tarde', ['person-name'], '[Estudiante 1]'],
    ['«李明»\n王芳', ['person-name'], '[学生 1]'],
  ])('%s', (text, categories, label) => {
    expect(written(text, categories, { ...WRITING, styles: {} })).toContain(label);
  });
});

test.each([
  ['The «Nguyens» asked.', 'Nguyens', 'Corvell', 'The Corvells asked.'],
  ['The «Nguyens»’ house', 'Nguyens', 'Corvell', 'The Corvells’ house'],
  ['Los «Pérez» vinieron.', 'Pérez', 'Corvell', 'Los Corvell vinieron.'],
  ['Then «Thomas» reads.', 'Thomas', 'Tamsin', 'Then Tamsin reads.'],
  ['Ms. «Jones» reads.', 'Jones', 'Corvell', 'Ms. Corvell reads.'],
  ['The «Thomas» file.', 'Thomas', 'Tamsin', 'The Tamsin file.'],
  ['The «Nguyens» asked.', 'Linh Nguyen', 'Tamsin Corvell', 'The Corvells asked.'],
  ['Los «Pérez» vinieron.', 'Ana Pérez', 'Tamsin Corvell', 'Los Corvell vinieron.'],
  ['The «Pérez» twins.', 'Ana Pérez', 'Tamsin Corvell', 'The Corvell twins.'],
  ['The «Pérez» file.', 'Ana Pérez', 'Tamsin Corvell', 'The Tamsin Corvell file.'],
])('an invented name of a family: %s', (marked, original, name, expected) => {
  const [before = '', mention = '', behind = ''] = marked.split(/[«»]/);
  const span = { start: before.length, end: before.length + mention.length };
  const detail = {
    span,
    category: 'person-name' as const,
    label: '[Student 1]',
    standIn: { name, original },
  };
  const writing: Writing = { ...WRITING, styles: { 'person-name': 'stand-in' } };
  const [written] = writeDetails(before + mention + behind, [detail], writing);
  expect(before + written!.words + behind).toBe(expected);
});

test('where nothing is said of a style, the label stands', () => {
  const usual = { ...WRITING, styles: {} };
  expect(written('Maya was late on «March 3».', ['record-date'], usual)).toBe('Maya was late on [Date 1].');
});

test('in a file nothing but the detail changes, so that its words can be looked for in the rest of it', () => {
  const file = { ...WRITING, inFile: true };
  expect(written('Maya was late on «March 3».', ['record-date'], file)).toBe('Maya was late on [Date 1].');
  expect(written('Maya\t«3/3/2026»\tlate', ['record-date'], file)).toBe('Maya\tearly March 2026\tlate');
  const text = 'Jonas’ desk';
  const jonas = { span: { start: 0, end: 5 }, category: 'person-name' as const, label: '[Student 1]' };
  const standIn = { name: 'Tamsin', original: 'Jonas' };
  const invented = (inFile: boolean) =>
    writeDetails(text, [{ ...jonas, standIn }], {
      ...WRITING,
      inFile,
      styles: { 'person-name': 'stand-in' },
    })[0];
  expect(invented(true)).toEqual({ span: { start: 0, end: 5 }, words: 'Tamsin', way: 'stand-in' });
  expect(invented(false)).toEqual({ span: { start: 0, end: 6 }, words: 'Tamsin’s', way: 'stand-in' });
});

test('no digit and no word of a date or a school stands in its general words', () => {
  const dates = ['3/4/2013', 'March 14, 2012', '2011-12-30', '4 de marzo de 2013'];
  for (const date of dates) {
    const said = written(`DOB: «${date}»\nThe class is here and it is late.`, ['birth-date']);
    expect(said).toMatch(/^DOB: age 1[2-4]\n/);
  }
  expect(written('Maya is at «Lincoln Oak Middle School».', ['school'])).not.toMatch(/Lincoln|Oak/);
});
