import type { Gazetteer } from '../names/gazetteer.ts';
import type { Recognizer } from '../recognizer.ts';
import { statement } from '../statement.ts';

const GRADE =
  '(?:[a-d]\\+|[a-d]-|[a-df](?: (?:plus|minus))?|\\d{1,3}(?:\\.\\d{1,2})?(?: ?%| percent| out of \\d{1,3}|\\/\\d{1,3})?)';
const NUMBER = '(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';

/** Grades, scores, levels, absences and standing. */
const CUES = [
  `(?:has|had|have|got|gets|getting|earned|made|carries|scored|received|recibió|sacó|tiene|holding|a solid) (?:(?:a|an|the|at|about|only|currently) ){0,2}${GRADE}(?= (?:in|on|right|average|so|for|and|from|overall|en|de)|[.,;)]|$)`,
  `(?:from|de) (?:an? )?${GRADE} (?:to|a) (?:an? )?${GRADE}`,
  `(?:fell|dropped|fallen|slipped|went up|moved|subió|bajó) (?:\\d{1,2} points|(?:from|to|de|a) (?:an? )?(?:level )?${GRADE})`,
  `${NUMBER} (?:[a-d]s|fs)(?= |[.,;)]|$)|(?:[a-d]'s and [a-df]'s)|[a-d] student|honor roll|merit list|valedictorian|salutatorian|rank(?:s|ed) (?:\\p{L}{3,8}|\\d{1,3}(?:st|nd|rd|th)?) (?:in|of|out)|graduating \\p{L}{4,7} of`,
  "(?:(?:is|was|are|currently|and|he's|she's|his|still|now|may) )?fail(?:ing|s|ed)? (?:\\p{L}{3,12}(?:(?: |-)\\p{L}{3,10})?|two|three|\\d|everything|due)(?= |[.,;)]|$)|failing(?=[.,;)\"]|$)|failed (?:english|math|algebra|the|sem)|passing (?:by|with)|(?:has |had )?passed (?:the class|all)",
  '(?:weighted |core |cumulative )?gpa(?: of| is| was)? ?\\d\\.\\d{1,2}|\\d\\.\\d{1,2} (?:weighted |core |cumulative )?gpa|gpa',
  '(?:psat|sat|act(?= \\d\\d)|map(?= (?:reading|math|score))|nwea|staar|dibels|dra|cogat|iready|star|lexile|f&p|wisc(?:-v)?|ap|wiat|composite)(?: (?:reading|math|composite|score|scores|level|full scale|of|was|dropped)){0,3} (?:of )?\\d{1,4}|\\d{3,4} sat|lexile \\d{3,4}|\\d{1,3} ?wpm|\\d{1,2}(?:st|nd|rd|th) (?:percentile|%ile)|percentil \\d{1,2}',
  '(?:reads?|reading|math|writes?|lee|still reads)(?: (?:is|still|now))? (?:at|on|en) (?:an? |the )?(?:grade level|level [a-z]|\\d\\.\\d|\\d(?:st|nd|rd|th)(?: |-)grade(?: level)?|nivel [a-z]|(?:\\p{L}{3,7} )?(?:grade|primer|pre-primer|kindergarten)(?: level)?|pre-primer)',
  '(?:well |far )?(?:above|below|behind|meets|exceeds|approaching|missed|missing the) (?:(?:grade|in|the|fractions|a year|level) ){0,2}(?:level|benchmark|standards?|math|reading|average|expectations)|(?:below|above|behind) (?:grade|benchmark)|(?:a year|one year|two years|two grades|two levels|\\d years?|\\d levels?) (?:behind|above|below)(?: \\p{L}{2,6} \\p{L}{3,8})?|level [a-z] to level [a-z]|non-?reader|reads already|fluent through',
  `(?:missing|missed|owes me|has not turned in|turned in (?:exactly |only )?|${NUMBER} of) ${NUMBER} (?:\\p{L}{3,9} )?(?:assignments?|labs?|quizzes|tests?|projects?|essays?)|${NUMBER} (?:missing|late) (?:assignments?|work)|missing (?:work|assignments)|tests at \\d{1,2} percent`,
  `(?:absent|truant|out|missed) (?:for )?${NUMBER} (?:days?|times|weeks)|${NUMBER} (?:unexcused |excused )?(?:absences|tardies|days absent)|chronic(?:ally)? absen(?:t|ce|teeism)|frequent absences|absent often|truant`,
  "(?:retained(?: in)?|(?:recommended for|at risk of|risk of|for) retention|held back|repeat(?:ed|ing|s) (?:\\p{L}{3,8} )?(?:grade|first|second|third|fourth|fifth|sixth|kindergarten)|credit recovery|(?:\\d{1,2}|\\p{L}{3,6}) credits (?:behind|short)|needs this credit|academic probation|ineligible(?: \\p{L}{3,5})?|is eligible|qualifies for gifted|in gifted|title i(?= *[,.])|dropped out|won't graduate|not graduating)",
  `(?:reprob(?:ó|ar|ando|ada|ado)(?: \\p{L}{3,12})?|promedio(?: de|:)? ?\\d{1,3}(?:\\.\\d)?|\\d{1,3} de promedio|cero en|pasaste el \\p{L}{3,6}|faltó ${NUMBER} días|\\p{L}{2,6} ausencias|perdió \\p{L}{3,6} materias|repite (?:año|grado)|riesgo de repetir|grados? atrás|por (?:encima|debajo) de su grado|nivel de lectura|lee en nivel \\p{L}|va muy bien en|calificación final|\\d{1,2} en (?:español|matemáticas|mate|ciencias|inglés))`,
  '(?:grade|final grade|gpa|score|average|attendance|calificación|promedio|reading level|overall)[ \\t]{0,3}: ?(?:[a-df][+-]?(?= |[.,;|)]|$)|\\d[\\d.]{0,5} ?%?)',
  `(?:score|puntaje|iq|full scale) (?:of|was|is|de) \\d{1,4}|grade below \\p{L}|less than an? \\d{2}`,
];
const HERE = [
  `(?:[a-d][+-]?|an f|\\d{2,3}(?: ?%)?) in (?:english|math|algebra|geometry|chem(?:istry)?|bio(?:logy)?|science|history|reading|writing|spanish|anatomy|physics|calculus)`,
  `(?:summer school|a zero|his grade|her grade|his grades|her grades|behind in \\p{L}{4,8}|stuck on \\p{L}{4,14}|incomplete)`,
];

/** Grades, scores, attendance and standing, said of one person in the draft. */
export function academicRecord(gazetteer: Gazetteer): Recognizer {
  return statement(
    {
      category: 'academic-record',
      description: 'A grade, score, attendance figure or standing of one person.',
      cues: CUES,
      here: HERE,
      unless: /\b(?:points? (?:each|possible)|rubric|word problem|how many|standard deviation|batting)/iu,
    },
    gazetteer,
  );
}
