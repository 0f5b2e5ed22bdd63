import { table } from './table.ts';

table('financial-account', [
  ['Card 4111 1111 1111 1111 on file', '4111 1111 1111 1111'],
  ['she read out 4111111111111111 to me', '4111111111111111'],
  ['It goes on mine, 3782 822463 10005.', '3782 822463 10005'],
  ['Parts 3782 822463 10004 are out of stock.'],
  ['routing 000918332 and account 4471-90-2206', '000918332', '4471-90-2206'],
  ['Bank account: 0117 4402 99', '0117 4402 99'],
  ['my card ending in 3371', '3371'],
  ['IBAN ES91 2100 0418 4502 0005 1332', 'ES91 2100 0418 4502 0005 1332'],
  ['la cuenta es 0123 4567 8901', '0123 4567 8901'],
  ['the account is eight eight oh one four four two nine', 'eight eight oh one four four two nine'],
  ['Take every event into account: 1776 was a long year.'],
  ['The index card has 12 lines.'],
  ['Account code: 01-4450-220'],
  ['1234 5678 9012 3456'],
  ['4111 1111 1111 1112 was the sum.'],
  ['She gave an account of 2024.'],
]);
