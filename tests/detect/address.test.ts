import { table } from './table.ts';

table('address', [
  ['He lives at 412 Oak Street.', '412 Oak Street'],
  ['412 N. Oak St, Apt 3, Austin, TX 78701 is home', '412 N. Oak St, Apt 3, Austin, TX 78701'],
  ['1209 Martin Luther King Blvd', '1209 Martin Luther King Blvd'],
  ['88 5th Ave', '88 5th Ave'],
  ['PO Box 1182', 'PO Box 1182'],
  ['7 Elm Court', '7 Elm Court'],
  ['3 ways to drive'],
  ['12 students on Main Street'],
  ['1600 Pennsylvania Avenue'],
  ['Chapter 5 Road Safety'],
  ['4.5 Oak Street'],
  ['PO Box 88, Kayenta, AZ 86033', 'PO Box 88, Kayenta, AZ 86033'],
  ['Dirección: Calle Olivo 418', 'Calle Olivo 418'],
  ['we moved to 1216 s sunburst lane', '1216 s sunburst lane'],
  ['HC 61 Box 14, Teec Nos Pos AZ 86514', 'HC 61 Box 14, Teec Nos Pos AZ 86514'],
  ['eight hundred and two Larch Street', 'eight hundred and two Larch Street'],
  ['he lives 5 minutes away'],
  ['The museum is at 200 Canal Street.'],
]);
