/** When two written forms are the same person or value. */
import type { CategoryId } from '../detect/category.ts';

/** A first and a last name: two words or more, of which the first is no initial. */
export function isFullName(key: string): boolean {
  return /^\S{2,} \S/u.test(key);
}

/** The key under which forms of a name are the same: "Lopez,  MAYA" and "Maya Lopez". */
export function nameKey(form: string): string {
  const [last = '', first, ...more] = fold(form).split(/\s*,\s*/);
  const suffix = /^(?:jr|sr|ii|iii|iv)\.?$/;
  const inOrder = first && more.length === 0 && !suffix.test(first) ? `${first} ${last}` : fold(form);
  return inOrder.replace(/[.,]/g, '').trim();
}

/** The key under which forms of a value are the same. Passwords and links differ by case. */
export function valueKey(category: CategoryId, form: string): string {
  if (category === 'secret' || category === 'link') return form.trim();
  const digits = form.replace(/\D/g, '');
  if (category === 'phone' && digits.length >= 7) return digits;
  return fold(form).replace(/\s/g, '');
}

function fold(form: string): string {
  return form
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFKC')
    .replace(/[’ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** How full a form is: more words first, then more letters. */
export function fullness(form: string): number {
  return fold(form).split(' ').length * 1000 + Math.min(form.length, 999);
}
