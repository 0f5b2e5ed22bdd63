import { table } from './table.ts';

table('economic', [
  ['She gets free lunch.', 'free lunch'],
  ['His dad got laid off.', 'laid off'],
  ["Maya's family can't afford the trip.", "can't afford the trip"],
  ['My student comes to school hungry.', 'comes to school hungry'],
  ['Su mamá perdió su trabajo.', 'perdió su trabajo'],
  ['Our free-lunch program grew this year.'],
  ['There is no such thing as a free lunch.'],
  ['Families can apply for free or reduced lunch.'],
  ['Read The Very Hungry Caterpillar aloud.'],
  ['Lesson: supply and demand for low-income housing.'],
]);
