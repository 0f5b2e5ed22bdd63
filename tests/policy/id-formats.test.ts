import { expect, test } from 'vitest';
import { idFinder } from '../../lib/policy/id-formats.ts';

const found = (text: string, ...shapes: string[]) =>
  idFinder(shapes)(text).map(({ start, end }) => text.slice(start, end));

test.each<[string[], string, string[]]>([
  [['S-#####'], 'S-12345, s-54321 and (S-11111).', ['S-12345', 's-54321', 'S-11111']],
  [['######'], '204418,Maya\n#204419\tID-204420', ['204418', '204419', '204420']],
  [['## ####'], '14 8823 and 14\u00a08824', ['14 8823', '14\u00a08824']],
  [['AB.##_##/X'], 'ab.12_34/x', ['ab.12_34/x']],
  [['####', '####-##'], '4471-02 and 4471', ['4471-02', '4471']],
  [['### ###'], '555 014', ['555 014']],
])('%j in %j', (shapes, text, expected) => {
  expect(found(text, ...shapes)).toEqual(expected);
});

test.each<[string, string, string]>([
  ['S-#####', 'a longer run of digits', 'S-123456'],
  ['S-#####', 'a shorter one', 'S-1234'],
  ['S-#####', 'inside a word', 'PS-12345 and S-12345x'],
  ['S-#####', 'another sign for the hyphen', 'S 12345, S_12345, Sx12345'],
  ['######', 'a longer number', '2044181 and 1204418'],
  ['######', 'a part of a phone number', '555-204418 and 204418-1'],
  ['######', 'a part of an amount', '$204418 and 204418.50 and 0.204418'],
  ['######', 'a share', '204418%'],
  ['######', 'the address of a page', 'https://example.org/204418/a and www.example.org?id=204418'],
  ['######', 'an e-mail address', '204418@example.org'],
  ['####', 'a year', 'In 1987 and 2026'],
  ['A.##-##', 'a dot is no other sign', 'Ax12-34'],
])('%s: near miss, %s: %s', (shape, _why, text) => {
  expect(found(text, shape)).toEqual([]);
});
