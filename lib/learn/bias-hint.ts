/**
 * A quick look at whether a prompt may be about a student at all, for every clean paste: bias.ts finds out the rest, elsewhere.
 * A few microseconds for a KB, and no list of cues to keep in step.
 */
const SOMEBODY =
  /(?<![\p{L}])(?:students?|kid(?:s|do)?|child|children|boys?|girls?|pupil|learner|grader|senior|junior|teen|newcomer|e[sl]ls?|s?he|s?he's|him|her|his|writer|reader|author|speaker|presenter|performer|sophomore|freshman|kindergart\p{L}*|famil(?:y|ies|ias?)|hes|shes|they|their|one|two|applicants?|candidates?|finalists?|mom|mother|parents?|lady|alumn[oa]s?|estudiantes?|niñ[oa]s?|joven|chic[oa]s?|hermanit?[oa]s?|pap[aá]s|un[oa])(?![\p{L}])/iu;
/** What a student may be judged by, where nobody is named: "A or B for this collage?" */
const JUDGED =
  /(?<![\p{L}])(?:grad(?:es?|ing)|mark|scores?|rank|rate|points?|pts|level|comment|cmt|note|letter|award|prize|captain|seat|pick|suspen\p{L}+|detention|iss|oss|tier|retain|retention|promote|group|place(?:ment)?|gifted|screener|honors|predict|likely|odds|chances?|pass|fail|exit|risk|gpa|avg|average|quizzes|remark|progress|try-?outs?|iep|504|frl|order|essay|rubric|quiz|test|exam|rúbrica|notas?|calific\p{L}+|comentario|bolet[ií]n|sanci[oó]n|premio|beca|examen|promedio|grupo|faltas?|puntos|dictado|lista)(?![\p{L}])|\d\s?(?:th|st|nd|rd|%|\/)|(?<![\p{L}])[a-f] or [a-f](?![\p{L}])/iu;

/** Whether it is worth finding out. */
export function mayJudge(text: string): boolean {
  return SOMEBODY.test(text) || JUDGED.test(text);
}
