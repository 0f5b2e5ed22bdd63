import type { Gazetteer } from '../names/gazetteer.ts';
import type { Recognizer } from '../recognizer.ts';
import { statement } from '../statement.ts';

const FAITH =
  "(?:muslim|christian|jewish|hindu|sikh|buddhist|catholic|mormon|amish(?:-mennonite)?|mennonite|atheist|evangelical(?: christian)?|jehovah's witness(?:es)?|imam|orthodox jew|pentecostal)";
const ORIGIN =
  '(?:black|african(?: |-)american|white|hispanic|latin[oax]|asian(?: |-)american|native american|indigenous|biracial|mixed(?: |-)race|korean(?:(?: |-)american)?|chinese(?: |-)american|cherokee|lakota|navajo|ojibwe|ho-chunk|hopi|cree|mohawk|sioux|apache|samoan|hawaiian|roma|kurdish|hmong|palestinian|arab)';

/** Religion, race, origin, orientation and gender identity. */
const CUES = [
  '(?:identifies as \\p{L}{3,14}|uses (?:he|she|they)\\/(?:him|her|them)(?: pronouns)?|pronouns are|goes by they|sexual orientation|same(?: |-)sex parents|in the closet|wears a (?:turban|kippah|yarmulke|cross)|goes to (?:mosque|temple|synagogue|church)|bar mitzvah|bat mitzvah|communion|baptized|va a misa|quinceañera misa)',
  `(?:is|are|was|were|she's|he's|they're|shes|hes|be|both|being|raised|family is|who's) (?:(?:an?|the|also|only|devout|practicing|one of|\\d|very|half|part) ){0,3}(?:${FAITH}|${ORIGIN}(?! (?:box|board|hole|history|and white|paper|house|cat|shirt|belt|hoodie)))`,
  `(?:the )?only (?:${ORIGIN}|${FAITH}|girl|boy) (?:(?:kid|student|girl|boy|child|one) )?(?:on|in)?`,
  `(?:an?|the|from an?) (?:${FAITH}|${ORIGIN}) (?:family|kid|student|boy|girl|child|household)`,
  '(?:came out(?: to \\p{L}{2,8})?(?: as \\p{L}{3,10})?|transgender|is trans|as trans|(?:is )?non(?: |-)?binary|gender (?:support|transition|identity)|they\\/them|(?:is|also|as|came out as|openly) (?:gay|lesbian|bisexual|bi|queer|pansexual)|lesbian moms|two (?:moms|dads)|deadname)',
  "(?:enrolled member|tribal member|member of the \\p{L}{4,12}|fasting for ramadan|prays (?:five|\\d)|keeps kosher|halal|wears? (?:a |her )?hijab|(?:received into|joined) the church|jehovah's witness(?:es)?|religious (?:and family|reasons|family)|go back to (?:the rez|your country)|dashain)",
  '(?:ayuna(?:n)? por ramadán|es musulmán|es musulmana|son (?:musulman(?:es|as)|testigos de jehová|católicos|judíos|evangélicos)|testigos? de jehová|de familia \\p{L}{4,12}|únic[oa] niñ[oa] \\p{L}{4,10}|es (?:indígena|negr[oa]|gay|lesbiana|trans|judí[oa]|católic[oa]|evangélic[oa]|taín[oa])|afrodescendiente)',
  '(?:race(?:\\/eth(?:nicity)?)?|ethnicity|religion|gender identity|tribal affiliation|raza|religión|origen étnico|nationality|nacionalidad|country of birth)[ \\t.]{0,5}:[ \\t]{0,6}[^\\r\\n,;|]{3,30}',
  '(?:new )?from (?:sri lanka|new zealand|haiti|somalia|syria|yemen|guatemala|honduras|ukraine|afghanistan|nigeria)',
];
const HERE = [
  `(?<=\\()(?:${FAITH}|${ORIGIN}|transgender|nonbinary)`,
  `(?<=[,:;–-] )(?:${FAITH}|hispanic|black|latin[oa])`,
];
/** Headings of an export, and the cells that count. */
const COLUMN = {
  heading: /^(?:race|ethnicity|race\/eth\p{L}*|religion|tribe|tribal affiliation)$/iu,
  value: /^(?!(?:-+|—|n\/a)$)/iu,
};

/** Religion, race, origin and orientation, said of one person in the draft. */
export function demographic(gazetteer: Gazetteer): Recognizer {
  return statement(
    {
      category: 'demographic',
      description: 'Religion, race, origin or orientation of one person.',
      cues: CUES,
      column: COLUMN,
      here: HERE,
      unless: /\b(?:white(?: |-)?(?:board|house)|black (?:hole|history)|black and white)\b/iu,
      reach: 1,
    },
    gazetteer,
  );
}
