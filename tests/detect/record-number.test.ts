import { table } from './table.ts';

table('record-number', [
  ['plate 8KT 4471', '8KT 4471'],
  ['Case no. 25-PO-00917', '25-PO-00917'],
  ['order on file, case 24-FA-00913', '24-FA-00913'],
  ['Medicaid no.: ME 4420 981 77A', 'ME 4420 981 77A'],
  ['MRN 00418-77K', '00418-77K'],
  ['Insurance ID: XJH 208 554 01', 'XJH 208 554 01'],
  ['docket JV-26-00338', 'JV-26-00338'],
  ['número de caso H 77-20341', 'H 77-20341'],
  ['placas JTK-48-19', 'JTK-48-19'],
  ['INCIDENT REPORT #IR-118-26', 'IR-118-26'],
  ['Name\tPlate\nAna Ruiz\tJTR-2208', 'JTR-2208'],
  ['In this case 7.RP.A.2 applies.'],
  ['Case 4: the defendant appeals.'],
  ['per Board Policy 5145.13'],
  ['Insurance rates rose in 2024.'],
  ['case 2025'],
  ['Plate tectonics, chapter 12'],
  ['The plan 2024-25 is new.'],
]);
