import { table } from './table.ts';

table('rare-trait', [
  ['He is the only Hmong 8th grader', 'the only Hmong 8th grader'],
  ['one of two deaf kids in the building', 'one of two deaf kids in the building'],
  ['She is the only girl on the dance team.', 'the only girl on the dance team'],
  ['es la única alumna sorda de la secundaria', 'la única alumna sorda de la secundaria'],
  ['the only wheelchair user in the whole school', 'the only wheelchair user in the whole school'],
  ['You are not the only student who feels so.'],
  ['The only number left is 4.'],
  ['The only student who tried was first.'],
  ['It is the only book in the library.'],
  ['Only students in grade 4 may enter.'],
]);
