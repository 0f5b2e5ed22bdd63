import type { Gazetteer } from '../names/gazetteer.ts';
import type { Recognizer } from '../recognizer.ts';
import { statement } from '../statement.ts';

/** Status, visas, proceedings and flight. */
const CUES = [
  '(?:undocumented|unaccompanied minor|asylum(?: seekers?| case| hearing| application)?|refugees?(?: camp| arrival| status| family)?|deport(?:ed|ation)|green ?card|work permit|naturali[sz](?:ed|ation)|citizenship (?:status|papers)|humanitarian parole|on parole)',
  "(?:is|are|were|was|isn't|not|been) (?:a |an )?(?:us |u\\.s\\. )?citizens?",
  "(?:has |had |have |no |got |get |his |her |their |(?:mom|dad|mother|father)'?s )(?:no )?papers(?: pending)?",
  '(?:[a-z]-\\d|[uth]|student|visitor|tourist|work|travel)(?: |-)visas?|visas? (?:pending|expired?|status|ran out|runs out)|the visa|their visa|his visa|her visa',
  '(?:no|has no|without a) (?:social security number|ssn)|matrícula consular',
  '(?:detained(?: by ice)?|ice detention|in ice custody|father detained|mother detained|taken by ice|order to appear|immigration (?:court|hearing|status|judge|lawyer|case)|refused re-?entry)',
  '(?:fled|escaped from|left|arrived from|came from|just arrived from|came here from|moved here from) (?:her |his |their )?(?:\\p{L}{4,14}(?: because| and| when| after| last| in| on| \\d)|war|the war|a refugee camp)',
  '(?:overstayed|illegal(?:ly)?(?: here| immigrant)|border patrol|migrant (?:family|child|student|worker)s?|special immigrant|sponsor family|resettle(?:d|ment)|stateless|naturalization|removal proceedings|dreamer|t visa|mixed(?: |-)status|permanent resident|no tiene seguro social|patrulla fronteriza|migrante|sin documentos|trámite migratorio)',
  '(?:fled|crossed the (?:border|river|desert)|came with a coyote|smuggled|worked for the us army|parole (?:expires|ends)|under the compact|tps holder|arrived (?:as|\\p{L}{3,6} (?:weeks|months) ago))',
  '(?:indocumentad[oa]s?|sin papeles|no tienen? papeles|solicitud de refugio|asilo|refugiad[oa]s?|deportad[oa]s?|deportaron|(?:lo |la )?detuvo (?:la migra|ice)|la migra|cruza(?:ron|mos|ó) la frontera|visa|residencia permanente|permiso de trabajo|llegó de \\p{L}{4,14})',
  '(?:country of birth|place of birth|birth country|immigration(?: status)?|citizenship|visa(?: status| type)?|país de (?:nacimiento|origen))[ \\t.]{0,6}:?[ \\t.]{0,6}\\p{L}[^\\r\\n,;|]{2,25}',
];
const EXACT = [
  'DACA(?: recipient| parents)?',
  'ICE(?= (?:detained|took|agents|came|detention|custody|raid))',
  '(?:detuvo|by) ICE',
  'TPS',
  'I-94',
];

/** Immigration status and flight, said of one person or family in the draft. */
export function immigration(gazetteer: Gazetteer): Recognizer {
  return statement(
    {
      category: 'immigration',
      description: 'Immigration status, visa or flight of one person or family.',
      cues: CUES,
      exact: EXACT,
      unless:
        /\b(?:digital citizen|good citizen|global citizen|senior citizen|citizen of the month|left (?:turn|side)|visa card|mastercard)/iu,
    },
    gazetteer,
  );
}
