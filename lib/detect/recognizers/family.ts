import type { Gazetteer } from '../names/gazetteer.ts';
import type { Recognizer } from '../recognizer.ts';
import { statement } from '../statement.ts';

const KIN =
  "(?:mom|mother|dad|father|parents?|twin|papa|mama|stepdad|stepmom|stepfather|stepmother|brother|sister|grandma|grandmother|grandpa|grandfather|grandparents|uncle|aunt|cousin|abuela|abuelo|husband)(?:'?s)?";
const PARIENTE = '(?:mamá|papá|madre|padre|hermano|hermana|abuel[oa]|abuelita|tí[oa]|papás|padres)';

/** Separation, custody, prison, death, placement and care in a family. */
const CUES = [
  `${KIN} (?:(?:is|are|was|were|has|have|been|just|got|both|who|recently|who's|had) ){0,3}(?:in (?:jail|prison|rehab|recovery|treatment)|incarcerated|arrested|arrest|locked up|deployed|divorc(?:ed|ing|e)|separat(?:ed|ing|ion)|split(?: up)?|deceased|died|dead|passed(?: away)?|killed|shot|buried|remarried|missing|moved out|left|drinks|an alcoholic|away for|not in the picture|overdosed|death|funeral)`,
  `(?:${KIN}) (?:is(?:n't)?|are(?:n't)?|isnt) (?:in the picture|around|living)`,
  `lost (?:(?:his|her|their|a|both|my) )(?:birth |foster |best |older |baby |little )?(?:mom|mother|dad|father|parents?|brother|sister|grand(?:ma|mother|pa|father|parents)|uncle|aunt|cousin|twin|baby)`,
  `(?:parents|papás|padres) (?:\\p{L}{2,8} ){0,2}(?:divorc\\p{L}{1,5}|separat\\p{L}{1,4}|split|fight|incarcerated)`,
  `(?:lives?|living|moved in|raised|stays?) (?:by|with|w\\/?) (?:(?:his|her|their|an?|foster|great) ){0,2}(?:grand\\p{L}{2,8}|uncle|aunt(?:ie)?|foster \\p{L}{4,8}|two (?:dads|moms)|dad|mom|father|mother|guardian|stepdad|kinship|brother|sister)`,
  '(?:custod(?:y|ial)(?: battle| papers| with| agreement| case)?|sole custody|shared? custody|court order|family court|rights terminated|educational rights|supervised visits|visits are supervised|bio(?:logical)? (?:mom|dad|mother|father)|birth (?:mother|father)|(?:not|do not) to be released to|guardianship)',
  '(?:orphan(?:ed)?|widow(?:ed)?|stepfather left|estranged|absent father|domestic violence|alcoholi(?:c|sm) at home|abandoned by|being raised by|house arrest|half(?: |-)(?:brother|sister)|teen (?:mom|dad|parent)|has a baby|her baby|paternity|sibling died|miscarried|death in the family|funeral|bereavement)',
  '(?:divorc(?:e|ed|ing)|is adopted|was adopted|adopted (?:last|at|from|in)|foster (?:family|child|kid|parents?|mom|dad|grandma|placement|son|daughter)|kinship (?:care|placement)|(?:placed|in) (?:foster|kinship)|aged out of|in (?:jail|prison|rehab)|incarcerated|behind bars|single (?:mom|mother|dad|father|parent))',
  "(?:raising|caring for|takes care of|taking care of) (?:(?:his|her|their|two|three|four|five|younger|little|baby|a) ){1,3}(?:brothers?|sisters?|siblings|cousins|grand\\p{L}{2,8})|rough home life|eldest of|baby sister came|gets \\p{L}{3,5} sisters up|PCS orders|works away|father won't share|deployed",
  `${PARIENTE} (?:\\p{L}{2,8} ){0,4}(?:murió|murieron|falleció|preso|presa|detenid[oa]|en la cárcel|separaron|divorcio|divorci(?:ó|aron)|se fue|tom(?:a|aba) mucho|en rehabilitación|custodia|deportado|trabaja en|lo saben|patria potestad)`,
  '(?:divorcio|divorciad[oa]s|se separaron|custodia(?: compartida)?|patria potestad|hogar de acogida|familia monoparental|adoptad[oa]|huérfan[oa]|suicidio de su|viv(?:e|en) con (?:su|sus) (?:\\p{L}{3,10})|orden de (?:custodia|la corte))',
  '(?:has a parent in|we are separating|told the children|came home from the army|with (?:mother|father) in \\p{L}{4,9})',
  '(?:custody(?:\\/legal)?|custodia|guardian status)[ \\t]{0,4}:[ \\t]{0,8}[^\\r\\n,;|]{3,30}',
];

/** Trouble and change in a family, said of one child in the draft. */
export function family(gazetteer: Gazetteer): Recognizer {
  return statement(
    {
      category: 'family',
      description: 'Separation, custody, prison, death or care in one child’s family.',
      cues: CUES,
      unless:
        /\b(?:chain of custody|divorced from reality|adopted (?:a|the) (?:curriculum|budget|policy|dog|cat)|foster discussion)/iu,
    },
    gazetteer,
  );
}
