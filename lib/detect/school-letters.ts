/** Abbreviations of school records that are written with full stops. */
const SCHOOL_LETTERS = new Set(
  'dob ssn id gpa pe ela iep esl ell eld esol pta pto lea ada fape lre bip fba ot rti gt ap ib sat act us usa'.split(
    ' ',
  ),
);
const SPELT = /^\p{L}(?:\. ?\p{L})+\.?$/u;

/** Whether words are such an abbreviation: "D.O.B." and "d.o.b", but neither "J.T." nor "ELA". */
export function isSchoolLetters(words: string): boolean {
  return SPELT.test(words) && SCHOOL_LETTERS.has(words.replace(/[. ]/g, '').toLowerCase());
}
