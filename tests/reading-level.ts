/**
 * The reading level of English words as a US grade, by Flesch and Kincaid (1975): 0.39 words a sentence + 11.8 syllables a
 * word - 15.59. Syllables are counted as runs of vowels, without a silent e.
 */
export function gradeOf(text: string): number {
  const words = text.match(/[\p{L}'’]+/gu) ?? [];
  const sentences = text.match(/[.!?](?:\s|$)/g)?.length || 1;
  const syllables = words.map((word) => {
    const runs = word
      .toLowerCase()
      .replace(/(?<=[^aeiouyl])e$|(?<=[^aeiou]l)e$/, '')
      .match(/[aeiouy]+/g);
    return Math.max(1, runs?.length ?? 0);
  });
  const sum = syllables.reduce((all, one) => all + one, 0);
  return 0.39 * (words.length / sentences) + 11.8 * (sum / words.length) - 15.59;
}
