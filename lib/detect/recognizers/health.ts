import type { Gazetteer } from '../names/gazetteer.ts';
import type { Recognizer } from '../recognizer.ts';
import { statement } from '../statement.ts';

/** Illnesses, injuries, medicines and care: what a school nurse writes down. */
const CUES = [
  '(?:diabet(?:es|ic)|epilep(?:sy|tic)|asthma(?:tic)?(?: attack)?|seizures?(?: disorder)?|migraines?|ec[cz]+ema|leukemia|lupus|dialysis|h[a]?emophilia|anaphyla(?:xis|ctic))',
  "(?:sickle cell|crohn(?:'?s)?|cystic fibrosis|celiac|juvenile arthritis|cancer survivor|eating disorder|anorexi[ac]|bulimi[ac]|sleep apnea|trichotillomania|scoliosis|kidney disease|heart (?:condition|surgery|defect|murmur))",
  'type (?:1|2|one|two) diabetes',
  '(?:peanut|tree nut|nut|bee(?: sting)?|egg|dairy|shellfish|latex|food|penicillin|severe|sesame|milk|wheat) allerg(?:y|ies)',
  'allerg(?:y|ies|ic)(?: to|:)[ \\t]{0,2}\\p{L}{2,20}',
  '(?:is|are) allergic',
  '(?:dairy|gluten|nut|lactose)(?: |-)free diet',
  'epi(?: |-)?pens?|inhalers?|insulin(?: pump)?|nebuli[sz]er|cpap|g-?tube|feeding tube|catheter|colostomy|shunt',
  '(?:blood sugar|glucose)',
  'chemo(?:therapy)?|infusions?|transfusion|transplant',
  '(?:takes|taking|took|on|started|prescribed|needs) (?:his |her |their )?(?:meds|medicine|medication|pills|adhd (?:pill|meds)|antidepressants)',
  '(?:meds|medication) at',
  '(?:zoloft|ritalin|adderall|concerta|vyvanse|keppra|prozac|lexapro|zyrtec|sertraline|methylphenidate|albuterol|diazepam|sumatriptan|benadryl|melatonin|strattera|focalin|metilfenidato)(?: \\d{1,4} ?mg)?',
  'concuss(?:ion|ed)(?: protocol)?',
  '(?:broke|broken|fractured|sprained|tore|torn|twisted|rolled|dislocated) (?:(?:his|her|their|a|an|my|left|right) ){0,2}(?:arm|leg|wrist|ankle|foot|finger|collarbone|acl|labrum|knee|elbow|rib|nose|toe|hand)',
  '(?:hurt|injured|bumped|hit|cut|scraped|landed on) (?:his|her|their) (?:left |right )?(?:wrist|back|head|arm|leg|knee|ankle|foot|hand|elbow|face|eye|neck|hip|shoulder)',
  '(?:shin splints|stress fracture|head injury|bloody (?:nose|lip)|nose ?bleed|black eye|bit through (?:his|her) lip|neck pain)',
  '(?:hospitali[sz]ed|in the (?:hospital|ER|burn unit|emergency room)|had surgery|had (?:his|her) (?:tonsils|appendix)|brain surger(?:y|ies)|out for surgery|appendicitis|ear tubes)',
  '(?:threw up|throwing up|vomit(?:ed|ing|s)|fainted|faints|passed out|sleepwalks|stomach ?aches?|headaches?|has a fever|fever of|ran a fever|cramps|motion sickness|nightmares|unresponsive)',
  '(?:head lice|has lice|ringworm|scabies|strep(?: throat)?|chicken ?pox|pink ?eye|mononucleosis|hand,? foot,? and mouth|hives)',
  '(?:wets? (?:the|his|her) (?:bed|pants)|wets? (?:himself|herself)|toileted|soiled (?:himself|herself)|had an accident|smell(?:s|ed)? (?:of|like) urine|hygiene is poor|not toilet trained)',
  '(?:pregnan(?:t|cy)|is expecting|miscarriage|abortion|\\d{1,2} weeks along)',
  '(?:PTSD|OCD|POTS|bipolar|schizophreni[ac]|depressed|(?:clinical |severe |major )?depression|(?:gen\\. |generalized |severe |social )?anxiety(?: disorder)?|panic attacks?)',
  "(?:isn't|not|stopped) eating|does(?:n't| not) eat lunch|lost (?:about |\\d{1,2} )?(?:fifteen |ten |twenty )?(?:\\d{1,2} )?(?:lbs?|pounds)",
  '(?:overdose(?:d)?|vaping|vape addiction|nicotine(?: pouches)?|is using drugs|drug problem|in detox)',
  '(?:vaccin(?:e|ation) exemption|religious exemption|hep b shot|immunizations? missing|hearing (?:screen(?:ing)?|testing)|failed (?:the )?(?:vision |hearing )?screening|needs (?:new )?glasses|wears? glasses)',
  '(?:diabétic[oa]|epilepsia|epiléptic[oa]|convulsion(?:es)?|convulsión|asma|asmátic[oa]|inhalador|insulina|azúcar a|alergia(?: a(?:l| la| los)? \\p{L}{3,14})?|alérgic[oa]|migrañas?|apendicitis|varicela|sarna|piojos|intolerante a la lactosa)',
  '(?:fiebre|vomitó|vómitos?|se desmayó|sangra(?:ba)? de la nariz|ataque de pánico|ansiedad|depresión|embarazada|abortó|hospitalizad[oa]|(?:lo|la) internaron|internad[oa]|operaron|cirugía|quimioterapia)',
  '(?:se (?:fracturó|rompió|raspó|golpeó|torció|lastimó) (?:el|la|un|una) \\p{L}{3,10}|le (?:duele|dolía|dan migrañas|dieron puntos)(?: (?:la|el) \\p{L}{4,9})?|presentó una herida|moja la cama|usa pañal|toma (?:medicina|medicamento|pastillas)|bajó (?:\\p{L}{3,6}|\\d{1,2}) kilos)',
  '(?:tumor|ulcers?|rash|jaundice|pneumonia|bronchitis|tuberculosis|hepatitis|hiv|std|kidney|thyroid|blood disorder|hearing test|braces|prosthetic|feeding (?:plan|issues)|allergic reaction|doctor.s note|medically (?:fragile|excused)|health plan|urgent care|ambulance|stitches|sedated|rehab(?:ilitation)? hospital|puberty|first period|birth control|std test|weight loss|overweight|obes(?:e|ity)|hallucinat(?:es|ing|ions)|insomnia|panic disorder|self(?: |-)medicat\\p{L}{1,4}|tics|fiebre|gripe|bronquitis|neumonía|cáncer|tumor|muletas|yeso|lentes nuevos)',
  '(?:diagnosis|dx|alergias?|allergies|condición médica|diagnóstico|medical conditions?|health conditions?|medications?|rx|medicamentos?)[ \\t]{0,3}:[ \\t]{0,3}[^\\r\\n,;|]{2,30}',
];
const HERE = [
  '(?:is|was|been|got|feeling) (?:very |really |so )?sick',
  '(?:hospital|surgery|diagnosed(?: with \\p{L}{3,16})?|medication|(?:bad )?seizure|cancer|fever|flu|covid|stitches|in a cast|on crutches|in pain|asma|enferm[oa])',
];

/** Illness, injury and care, said of one person in the draft. */
export function health(gazetteer: Gazetteer): Recognizer {
  return statement(
    {
      category: 'health',
      description: 'An illness, injury, medicine or care of one person.',
      cues: CUES,
      here: HERE,
      unless:
        /\b(?:great depression|depression(?: of|-era) |depression in 19\d\d|migraine of a|allergic to (?:homework|work|mondays|effort)|spring fever|cabin fever|gold rush fever|dancing fever|cancer (?:cells|research|zodiac)|sick (?:beat|day policy)|health class)\b/iu,
    },
    gazetteer,
  );
}
