import { describe, expect, test } from 'vitest';
import { createDocument } from '../../lib/detect/document.ts';
import { cellsOf } from '../../lib/detect/table.ts';

/** Heading and text of every cell. */
function read(text: string): string[] {
  const doc = createDocument(text);
  return cellsOf(doc).map(({ heading, start, end }) => `${heading}=${text.slice(start, end)}`);
}

describe('cells', () => {
  test.each([
    ['name,id\nAna,4471\nLee,4472', ['name=Ana', 'id=4471', 'name=Lee', 'id=4472']],
    ['"name","student_id"\n"Ruiz, Ana","0098-114"', ['name=Ruiz, Ana', 'student id=0098-114']],
    ['StudentNumber\tName\n4471\tAna', ['student number=4471', 'name=Ana']],
    ['| Name | DOB |\n|---|---|\n| Ana | 3/4/15 |', ['name=Ana', 'dob=3/4/15']],
    ['Name      Locker\nAna       118\nLee       119', ['name=Ana', 'locker=118', 'name=Lee', 'locker=119']],
    ['name / login / pw\nAna / ana1 / tiger12', ['name=Ana', 'login=ana1', 'pw=tiger12']],
    ['DOB: 3/4/15', ['dob=3/4/15']],
    ['**Lunch PIN:** 7719', ['lunch pin=7719']],
    ['- Locker: E-031\r\n', ['locker=E-031']],
    ['We have a name, an id and a plan, he said.', []],
    ['one two three\nfour five six', []],
    ['', []],
  ])('%j', (text, cells) => {
    expect(read(text)).toEqual(cells);
  });

  test('are read once per document', () => {
    const doc = createDocument('id,name\n4471,Ana');
    expect(cellsOf(doc)).toBe(cellsOf(doc));
  });

  test('a megabyte of headings is read in linear time', () => {
    const doc = createDocument('id,name\n'.repeat(120_000));
    const start = performance.now();
    cellsOf(doc);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
