import type { Gazetteer } from '../names/gazetteer.ts';
import type { Recognizer } from '../recognizer.ts';
import { statement } from '../statement.ts';

/** Meal status, income, aid and want. */
const CUES = [
  '(?:free|reduced)(?:(?: |-)price)?(?:(?: |-)?(?:and|or|&|\\/)(?: |-)?reduced)?(?:(?: |-)price)? (?:lunch(?:es)?|meals?|breakfast)|(?:on|gets|qualifies for|coded) (?:free|reduced)(?! lunch| meal| breakfast)|FRPL|FRL',
  "(?:can't|cannot|can not|cant|couldn't|could not|not be able to|unable to) (?:afford|pay|make rent|cover)(?: (?:it|the|for|his|her|your|their|books|rent|this))?(?: \\p{L}{3,10})?",
  '(?:is|are|was|were|on|gets|receives?|applied for|application for|by) (?:food stamps|snap|tanf|welfare|medicaid|unemployment|disability checks)|(?:snap|tanf|wic) application(?: pending)?|food stamps|wic benefits|direct cert(?:ified|ification)?',
  '(?:lost (?:his|her|their|a|the) (?:job|jobs|restaurant|business|income)|laid off|out of work|unemployed|layoffs?|works? (?:two|three|2|3) jobs|works? nights|working nights|cleans? (?:offices|houses|our building)|double shifts?|works? second shift)',
  '(?:on assistance|public assistance|section 8|housing voucher|debt collectors?|bankruptc?y|pawn(?:ed)?|thrift store clothes|worn(?: |-)out shoes|no coat|shut(?: |-)off notice|utility shutoff|charity|sponsor a child|scholarship because|waive(?:d)? (?:his|her|their|the) fee|angel tree|needy|broke and|minimum wage|beca por necesidad|cupones de comida|necesita (?:zapatos|ropa|abrigo|útiles))',
  '(?:family income|household income|house ?hold income|low(?: |-)income|in poverty|living in poverty|is poor|are poor|very poor|money is (?:tight|short)|no money(?: for)?|money trouble|behind on (?:the )?rent|fee waivers?|on scholarship|full scholarship|needs? (?:full |a )?scholarship|\\d{2} ?% scholarship|qualified by income|financial aid|gas card)',
  "(?:no|isn't|not|without|much|enough) (?:any |enough |much )?(?:food(?: at home| in the house)?|heat(?= )|internet(?: at home)?|wi-?fi at home|electricity|running water|washer|winter coat)",
  '(?:heat|power|lights|water|electricity) (?:got |was |is |were )?(?:cut|shut|turned) off|(?:always |probably |comes to school |comes in |was )?hungry(?: every morning)?|food (?:pantry|bank|insecur(?:e|ity))|backpack food|needs (?:shoes|a coat|coats|clothes|school supplies|socks)|same (?:shirt|clothes) (?:all|every)',
  '(?:owes?|owed) (?:\\$ ?)?\\d{1,4}(?:\\.\\d\\d)?|owes? \\p{L}{3,10} dollars?|lunch (?:debt|balance)|negative balance|(?:have|has) (?:a )?washer',
  '(?:comida gratis|almuerzo (?:gratis|reducido)|lonche gratis|perdió (?:su|el) trabajo|lo despidieron|la despidieron|sin trabajo|desemplead[oa]|no (?:tienen?|hay|alcanza)(?: dinero)? (?:para|pa)(?: (?:el|la|los))? \\p{L}{3,10}|no les alcanza|somos pobres|son pobres|bajos recursos|renta mínima|beca completa|cupones|gana(?:n)? (?:menos|por día)|debe \\p{L}{3,8} semanas|recibe (?:snap|ayuda))',
  '(?:meal(?: status)?|lunch(?: status| code)?|income|household income|frl|ingreso(?: mensual)?|aid)[ \\t]{0,4}:[ \\t]{0,8}(?:free|reduced|f|r|paid|\\$ ?\\d[\\d,.]{1,8}|[^\\r\\n,;|]{2,20})',
];
/** Headings of an export, and the cells that count. */
const COLUMN = {
  heading: /^(?:lunch|meals?|frl|frpl|ses|meal[ _](?:status|code)|lunch[ _](?:status|code))$/iu,
  value: /^(?:f|r|free|reduced|y|yes)$/iu,
};

/** Money, meals and want, said of one person or family in the draft. */
export function economic(gazetteer: Gazetteer): Recognizer {
  return statement(
    {
      category: 'economic',
      description: 'Meal status, income or need of one person or family.',
      cues: CUES,
      column: COLUMN,
      unless:
        /\b(?:no such thing as a free lunch|our free(?: |-)lunch|free lunch program|lunch(?: is)? ?: ?(?:1[0-2]|\d{1,2}:)|hungry (?:caterpillar|hungry)|very hungry|stay hungry|can't afford to (?:miss|lose)|hungry for)/iu,
    },
    gazetteer,
  );
}
