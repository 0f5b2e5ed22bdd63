import { describe, expect, test } from 'vitest';
import { kindOf } from '../../lib/detect/category.ts';
import { stopping } from '../detect/load.ts';

const details = (text: string) => stopping(text).filter(({ category }) => kindOf(category) === 'indirect');

describe('details that add up to one child stop a paste without a name', () => {
  test.each([
    ['A 7th grader at Lincoln Middle School was suspended for a fight on 10/14.'],
    ['My student at Oak Hill Elementary rides bus 42 and has an IEP.'],
    ['He was suspended on October 14 from Jefferson Middle School. He rides bus 12.'],
    ['Two 8th graders at Roosevelt Middle School were suspended on 3/12 for vaping.'],
    ['This boy came to Washington Elementary on 9/23. He is on bus 7.'],
    ['Un alumno de la Escuela Benito Juárez fue suspendido el 14 de octubre.'],
  ])('%s', (text) => {
    expect(details(text).length).toBeGreaterThan(0);
  });
});

describe('details near a person are reviewed, others are listed', () => {
  test('in the same sentence', () => {
    expect(details('Maya Lopez rides bus 42 to Oak Hill Elementary.').length).toBeGreaterThan(0);
  });
  test('in the same form', () => {
    const text =
      'Student: Maya Lopez\nGrade: 7\nHomeroom: 12\nTeacher: on file\nSchool: Lincoln Middle School\nBus: 42';
    expect(details(text).map(({ category }) => category)).toContain('school');
  });
  test.each(['D.O.B. 11/2/2014', 'DOB 11/2/2014', 'Student I.D. 204418'])(
    'in a form with the line %s',
    (line) => {
      const text = `Student: Nadia Ruiz\n${line}\nSchool: Cesar Chavez Middle School`;
      expect(details(text).map(({ category }) => category)).toContain('school');
    },
  );
  test('not where another sentence stands between', () => {
    const text = 'Student: Nadia Ruiz\nWe read. We write.\nSchool: Cesar Chavez Middle School';
    expect(details(text)).toEqual([]);
  });
  test('not far away', () => {
    const plan = 'We read two chapters. We write a page. We talk about it in pairs. ';
    const text = `Welcome to Lincoln Middle School. ${plan.repeat(3)}\n\nMy student Maya Lopez was absent.`;
    expect(stopping(text).map(({ category }) => category)).toEqual(['person-name']);
  });
});

describe('no combination', () => {
  test.each([
    // Headers and titles.
    ['Lincoln Middle School\nGrade 7 Science\nOctober 14, 2025\nLesson 3: Cells'],
    ['Oak Hill Elementary – Room 12 – Week of March 3'],
    ['Jefferson High School Student Handbook 2025–2026'],
    ['Roosevelt Middle School, 450 students, grades 6 to 8'],
    ['Washington Elementary Newsletter, November 2025'],
    ['Title I Schoolwide Plan: Garfield Elementary School, revised 10/14/2025'],
    ['Period 3, Room 214, Mondays and Wednesdays'],
    ['Bus 42 Route Sheet, effective 9/2/2025'],
    // Schedules and calendars.
    ['Monday: assembly. Tuesday: picture day. Wednesday: early release at 1:15.'],
    ['Bus 12 leaves at 3:05. Bus 14 leaves at 3:10. Bus 20 leaves at 3:15.'],
    ['Period 1 8:00–8:50 Room 101\nPeriod 2 8:55–9:45 Room 102\nPeriod 3 9:50–10:40 Room 103'],
    ['Winter break begins on December 20. School opens again on January 6.'],
    ['Parent conferences are on November 12 and 13 at Lincoln Middle School.'],
    ['The 7th grade field trip to the science museum is on April 9. Buses leave at 8:30.'],
    ['State testing: grade 3 on May 5, grade 4 on May 6, grade 5 on May 7, all in the library.'],
    ['La feria de ciencias es el 14 de octubre en la cafetería.'],
    // Newsletters and announcements.
    ['Oak Hill Elementary thanks all families who came to Math Night on October 14.'],
    ['Our school will have a book fair from March 3 to March 7 in the gym.'],
    ['Students at Lincoln Middle School collected 300 cans for the food bank in November.'],
    ['Roosevelt Middle School won the district spelling bee on Friday.'],
    ['All 8th graders at Jefferson will visit the high school on May 2.'],
    ['Every student at Oak Hill gets a library card on September 9.'],
    ['La Escuela Benito Juárez invita a todas las familias el viernes a las 6.'],
    // Lessons and plans.
    ['Lesson plan, grade 7: students sort rocks in Room 12 and write a paragraph.'],
    ['Unit 4 begins on October 14 with a quiz on chapter 3.'],
    ['Make a seating plan for Room 214 with 28 desks in groups of four.'],
    ['Write a rubric for a 7th grade lab report, due October 14.'],
    ['Group A works at the tables by the window, group B in the hall.'],
    ['Each student reads for 20 minutes in Room 9, then we meet on the rug.'],
    // Rules and figures.
    ['If a student misses the bus, the office calls home before 9:00.'],
    ['Lockers are assigned on August 28. Locks cost $5.'],
    ['12% of the students at Lincoln Middle School ride a bus.'],
    ['Attendance in October 2025 was 94%, in November 92%.'],
    ['The fire drill at Washington Elementary is on October 14 at 10:00.'],
    ['Students who transfer after October 1 are tested in Room 5.'],
    ['Any child who rides bus 7 needs a new pass by September 15.'],
  ])('%s', (text) => {
    expect(stopping(text)).toEqual([]);
  });
});
