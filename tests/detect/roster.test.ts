import { table } from './table.ts';

table('roster', [
  [
    'Period 2\nMaya Lopez\nDiego Ruiz\nAna Vang\nTyler Brown\nSofia Nguyen',
    'Maya Lopez\nDiego Ruiz\nAna Vang\nTyler Brown\nSofia Nguyen',
  ],
  [
    'Lopez, Maya | 92\nRuiz, Diego | 78\nVang, Ana | 81\nNguyen, Tyler | 66\nPatel, Sofia | 90',
    'Lopez, Maya | 92\nRuiz, Diego | 78\nVang, Ana | 81\nNguyen, Tyler | 66\nPatel, Sofia | 90',
  ],
  [
    'Comments:\nMaya - kind, chatty\nDiego - slow start\nAna - great reader\nTyler - blurts\nSofia - quiet',
    'Maya - kind, chatty\nDiego - slow start\nAna - great reader\nTyler - blurts\nSofia - quiet',
  ],
  [
    'Seating chart\nTable 1: Maya, Diego, Ana\nTable 2: Tyler, Sofia, Kevin',
    'Table 1: Maya, Diego, Ana\nTable 2: Tyler, Sofia, Kevin',
  ],
  ['Vocabulary\nabundant\nbrittle\ncautious\ndaring\neager\nfragile'],
  // Roles, but five pupils.
  [
    'Cast\nJuliet - Maya\nRomeo - Diego\nNurse - Ana\nTybalt - Tyler\nParis - Kevin',
    'Juliet - Maya\nRomeo - Diego\nNurse - Ana\nTybalt - Tyler\nParis - Kevin',
  ],
  [
    'Van 1: my students Wren Okafor, Tou Ger Vang, Pilar Quispe\nVan 2: Duc Tran, Noor Haddad, Cody Whitehorse',
    'Van 1: my students Wren Okafor, Tou Ger Vang, Pilar Quispe\nVan 2: Duc Tran, Noor Haddad, Cody Whitehorse',
  ],
  ['Authors:\nMaya Angelou\nToni Morrison\nLangston Hughes\nSandra Cisneros\nWalt Whitman'],
  ['Presidents\nGeorge Washington\nJohn Adams\nThomas Jefferson\nJames Madison\nAndrew Jackson'],
  ['Capital cities:\nParis\nLondon\nMadrid\nRome\nVienna'],
  ['Maya and Diego worked well today.\nThey finished.'],
  ['1. Read the chapter.\n2. Answer the questions.\n3. Check your work.\n4. Turn it in.\n5. Clean up.'],
  ['Monday\nTuesday\nWednesday\nThursday\nFriday'],
]);
