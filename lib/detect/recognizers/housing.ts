import type { Gazetteer } from '../names/gazetteer.ts';
import type { Recognizer } from '../recognizer.ts';
import { statement } from '../statement.ts';

/** Living situations that McKinney-Vento (42 U.S.C. 11434a) calls homeless, and foster placements. */
const CUES = [
  '(?:homeless(?:ness)?|mckinney(?: |-)vento|unhoused|housing insecur(?:e|ity)|evict(?:ed|ion)(?: notice)?|foreclosure|couch(?: |-)surf(?:ing|s)|doubled(?: |-)up|between homes|transitional housing|no fixed address)',
  "(?:liv(?:es?|ing)|stay(?:s|ing)?|sleep(?:s|ing)?|slept|moved|are|is|they're|theyre|he's|she's|been) (?:temporarily |now )?(?:in|at|out of|into|to|on) (?:(?:a|an|the|their|his|her|our|\\p{L}{3,12}) ){0,3}(?:shelter|motel|hotel|inn|car|truck|van|camper|tent|basement|couch|floor|garage|church|trailer|rv)",
  "(?:family|women's|homeless|domestic violence|youth|the) shelter|shelter on|motel(?: room)?|budget inn|red roof|super 8",
  "(?:stay(?:s|ing)?|liv(?:es?|ing)|crashing) (?:with|at) (?:(?:a|an|his|her|their|some) )?(?:relatives|cousins?(?:'s)?|friends?|another family|coach)",
  "stay(?:s|ing) (?:with|at) (?:an|his|her|their) (?:aunt|uncle|grandma)(?:'s)?|at (?:his|her) aunt's apartment",
  '(?:lost (?:the|their|his|her) (?:house|home|apartment|trailer)|lost everything|apartment fire|house (?:burned|fire)|burned down|asked them to leave|threw (?:him|her|them) out|kicked out of (?:the|his|her) (?:house|home)|nowhere to (?:live|stay|sleep)|place to (?:stay|sleep))',
  '(?:two|three|four|five|six|seven|eight|\\d{1,2}) (?:people|families|kids|bedrooms)(?: in (?:one|a) (?:room|apartment|bedroom))?(?= *[.,;)]|$)|kids? in the room|no water|has no (?:heat|water)',
  '(?:foster (?:home|care|placement)(?: since)?|group home)',
  '(?:sin hogar|sin techo|albergue|refugio familiar|desaloj(?:o|ar|aron|ados)|en un motel|(?:viv|duerm)(?:e|en|iendo) (?:\\p{L}{2,7} ){0,3}(?:carro|coche|camioneta|motel|albergue|garaje|cuarto|casa de su|apartamento|sótano)|hogar de acogida|perdieron (?:la|su) casa|se quemó (?:la|su) casa)',
  '(?:housing(?: status)?|living situation|residency|vivienda)[ \\t]{0,4}:[ \\t]{0,8}[^\\r\\n,;|]{3,30}',
];

/** Where one person or family lives when it has no home of its own. */
export function housing(gazetteer: Gazetteer): Recognizer {
  return statement(
    {
      category: 'housing',
      description: 'Homelessness, eviction or placement of one person or family.',
      cues: CUES,
      unless:
        /\b(?:animal shelter|shelter in place|shelter(?:ing)?-in-place|foster (?:a |discussion|independence|growth|dog|kitten)|tent pole|hotel california)/iu,
    },
    gazetteer,
  );
}
