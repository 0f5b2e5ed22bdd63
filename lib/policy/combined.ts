import type { Finding, Span } from '../detect/finding.ts';
import { sentencesAround } from './sentences.ts';

/** Words that speak of one child, or of a group of two to nine, in English and Spanish. Our own list. */
const ONE_CHILD =
  /(?<![\p{L}\p{N}])(?:he|she|him|his|hers?|he['’]s|she['’]s|(?:an?|one|my|this|that|the|another|new|our|two|three|four|five|six|seven|eight|nine|[2-9]) (?:[\p{L}\p{N}'’-]+ ){0,3}?(?:students?|pupils?|kids?|child|children|boys?|girls?|twins|sibling|siblings|brother|brothers|sister|sisters|son|daughter|newcomers?|freshm[ae]n|sophomores?|juniors?|seniors?|kindergart(?:e?ner)s?|graders?)|él|ella|(?:una?|mi|este|esta|ese|esa|el|la|los|las|dos|tres|cuatro|cinco|seis|siete|ocho|nueve) (?:[\p{L}\p{N}'’-]+ ){0,2}?(?:alumn[oa]s?|estudiantes?|niñ[oa]s?|chic[oa]s?|muchach[oa]s?|herman[oa]s?|hij[oa]s?))(?![\p{L}\p{N}])/iu;
/** What turns such a word into anybody, and such a sentence into a plan for all. */
const ANYBODY =
  /(?<![\p{L}\p{N}])(?:(?:any|every|each|whichever|if a|if an|when a|when an|all|most|some|many|cualquier|cada|tod[oa]s|algun[oa]s) (?:[\p{L}\p{N}'’-]+ ){0,3}?(?:students?|pupils?|kids?|child(?:ren)?|boys?|girls?|graders?|alumn[oa]s?|estudiantes?|niñ[oa]s?)|(?:the|los|las) (?:[\p{L}\p{N}'’-]+ ){0,3}?(?:students|pupils|kids|children|boys|girls|graders|freshmen|sophomores|juniors|seniors|alumn[oa]s|estudiantes|niñ[oa]s))(?![\p{L}\p{N}])/giu;

const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/**
 * Whether an indirect detail points to somebody together with what stands in the same or a neighbouring sentence: with a
 * private person, or with a detail of another kind in words about one child or a group under ten. In a form, where each
 * line is a field, the whole form counts.
 * @param persons findings that point to a person
 * @param details all other findings that say something of one
 */
export function isCombined(text: string, finding: Finding, persons: Finding[], details: Finding[]): boolean {
  const around = sentencesAround(text, finding.span);
  const near = (other: Finding) => other !== finding && touches(other.span, around);
  if (persons.some(near)) return true;
  const isOther = (other: Finding) => other.category !== finding.category && near(other);
  return details.some(isOther) && ONE_CHILD.test(text.slice(around.start, around.end).replace(ANYBODY, ' '));
}
