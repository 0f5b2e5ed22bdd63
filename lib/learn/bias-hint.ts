/**
 * A quick look at whether a prompt may be about a student at all, for every clean paste: bias.ts finds out the rest, elsewhere.
 * A few microseconds for a KB, and no list of cues to keep in step.
 */
const SOMEBODY =
  /(?<![\p{L}])(?:students?|kid(?:s|do)?|child|children|boys?|girls?|pupil|learner|grader|senior|junior|teen|newcomer|e[sl]l|s?he|s?he's|him|her|his|writer|reader|author|speaker|presenter|performer|sophomore|freshman|kindergart\p{L}*|family|hes|shes|applicants?|candidates?|finalists?|mom|mother|alumn[oa]s?|estudiantes?|niñ[oa]s?|joven|chic[oa]s?)(?![\p{L}])/iu;

/** Whether it is worth finding out. */
export function mayJudge(text: string): boolean {
  return SOMEBODY.test(text);
}
