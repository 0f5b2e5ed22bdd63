import type { Gazetteer } from '../names/gazetteer.ts';
import type { Recognizer } from '../recognizer.ts';
import { statement } from '../statement.ts';

/** Counseling, therapy and what a counselor notes. */
const CUES = [
  '(?:grief|anger management|social skills|lunch|coping skills|check-?in) (?:group|counseling|bunch(?: with counselor)?)',
  '(?:sees?|seeing|saw|talks (?:to|with)|meets? with|meeting with|visits?|referred to|sent to|goes to|go to) (?:(?:a|an|the|our|my|his|her|school|guidance|outside|grief|new) ){0,3}(?:counsell?ors?|counsell?ing|therapist|therapy|psychologist|psychiatrist|social worker)',
  '(?:in|started|starting|starts|attends?|needs|continue|referred for|receives|gets|play|art|family|trauma|weekly|1:1|individual|has started with a|started seeing a|has been seeing a) (?:weekly |individual |grief |play |school |group |a )?(?:counsell?ing|therapy|therapist|psychiatrist)',
  '(?:been in|out of|returned from|in|after|at) (?:a )?(?:residential|inpatient|crisis stabilization|partial hospitalization)(?: (?:program|treatment|unit))?',
  '(?:meeting|met|meets) with me (?:weekly|daily|every)|on my caseload|check-?ins? (?:weekly|daily)|weekly check-?ins?|continue weekly|CBT|coping skills|safety screener|risk screening(?: completed)?|mental health (?:plan|services|referral|clinic|hospital)|behavioral health',
  '(?:seen (?:weekly|daily)|debriefs? for|referred out|attended \\d{1,2} sessions|clinic intake|for nightmares|seeing dr)',
  "(?:test anxiety|is anxious|panic feelings|feels invisible|feels hopeless|pulling out (?:his|her)|stopped talking in class|trouble sleeping|has(?:n't| not) slept|hasnt slept|sleeping (?:two|three|four) hours|cries every)",
  '(?:terapia(?: psicológica| por trauma)?|psicólog[oa]|psicología|psiquiatra|consejería|(?:con la |a la )?orientadora?|empezará sesiones|trabajadora social|en seguimiento|duelo)',
  '(?:goes to|reason|referred to|referral)[ \\t]{0,3}:[ \\t]{0,3}(?:counsell?or|counsell?ing|psych)\\p{L}{0,8}',
];
const HERE = [
  '(?:psych(?:iatric|ological) (?:eval(?:uation)?|hold|hospital|ward)|support group|mentor(?:ing)? for trauma|SEL group|behavioral therapist|crisis (?:team|line|counselor)|play therap(?:y|ist)|grieving|withdrawn|(?:very|so|feels) (?:lonely|isolated|hopeless|overwhelmed)|low self(?: |-)esteem|shuts? down|meltdowns?|outbursts?)',
  '(?:counsell?or|counsell?ing|therapist|therapy|psychologist)',
  'grief|trauma|traumatized',
];

/** Counseling and therapy, said of one person in the draft. */
export function counseling(gazetteer: Gazetteer): Recognizer {
  return statement(
    {
      category: 'counseling',
      description: 'Counseling, therapy or a counselor’s note about one person.',
      cues: CUES,
      here: HERE,
      unless:
        /\b(?:speech|occupational|physical) therap|\b(?:terapia (?:del|ocupacional|física)|camp counsell?or|guidance lesson|college counsell?ing|radiation therapy|retail therapy)/iu,
    },
    gazetteer,
  );
}
