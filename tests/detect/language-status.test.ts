import { table } from './table.ts';

table('language-status', [
  ['She is a newcomer.', 'newcomer'],
  ['Maya has a WIDA 1.8.', 'WIDA 1.8'],
  ['His mom speaks only Spanish.', 'speaks only Spanish'],
  ['Su familia habla hmong.', 'habla hmong'],
  ['name,grade,home_lang\nLopez Maya,4,Lao\nReed Ana,4,English\nVang Pao,4,Hmong', 'Lao', 'Hmong'],
  ['English learners need visuals.'],
  ['Three strategies for newcomer students.'],
  ['Which language is used to write an app?'],
  ['Translate this flyer into Spanish.'],
]);
