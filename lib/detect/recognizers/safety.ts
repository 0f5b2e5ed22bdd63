import type { Gazetteer } from '../names/gazetteer.ts';
import type { Recognizer } from '../recognizer.ts';
import { statement } from '../statement.ts';

/** Abuse, neglect, self-harm, threats, weapons, orders of protection and running away, as a teacher reports them. */
const CUES = [
  "(?:self(?: |-)harm(?:ing|s|ed)?|suicid(?:e|al)(?: risk| ideation| screener| note| attempt| plan| thoughts)?|(?:kill|hurt|harm|cut)(?:ing|s)? (?:himself|herself|themsel(?:f|ves)|myself)|want(?:s|ed|ing)? to (?:die|disappear|be dead)|(?:doesn't|don't|does not|not) (?:want(?:ing)? to|wanna) (?:live|be (?:here|alive) anymore|wake up|be alive)|wish(?:es|ed)? (?:he|she|they|i) (?:was|were) dead|doesn't see the point|better off (?:dead|without)|thought about taking (?:the )?pills|not wanting to wake up|end (?:his|her|their) life|cutting(?= ?[,.;)]| her (?:arm|wrist)| again|$)|cuts on (?:his|her)|safety plan(?: in place)?|locked up the (?:pills|guns?)|disclosed (?:a plan|abuse|that))",
  '(?:belt|burn|hand|bite|choke|cigarette|finger) marks?(?: on)?|marks on (?:his|her)|bruis(?:e|es|ed|ing)(?: (?:on|shaped|around))?|welts|black and blue|(?:was|been|being|is|gets?|got) (?:physically |sexually |emotionally )?(?:abused|molested|beaten(?: up)?|hit at home|assaulted|trafficked|groomed|neglected|stalked|raped|bullied|threatened)|(?:touched|touches|touching) (?:her|him|me)(?: (?:there|inappropriately|private))?|private parts|sexual(?:ly)? (?:abuse|assault|assaulted|harass(?:ed|ment))',
  '(?:mom|mother|dad|father|uncle|aunt|stepdad|stepfather|stepmom|boyfriend|girlfriend|brother|cousin|grandpa|papa|husband|coach|parent|sister)(?:\'s boyfriend)? (?:\\p{L}{2,8} )?(?:hits?|beats?|hurts?|chok(?:es|ed)|slap(?:s|ped)|punch(?:es|ed)|kick(?:s|ed)|touch(?:es|ed)|threaten(?:s|ed)|burn(?:s|ed)|abus(?:es|ed|ive)|whips?|locked (?:him|her) (?:out|in)|sending (?:her|him)|sleeps all day|"?gets loud)',
  "(?:afraid|scared|terrified) (?:to (?:go home|walk|be alone)|of (?:his|her) (?:dad|mom|stepdad|uncle|father|mother|brother))|(?:doesn't|does not|didn't) (?:feel safe|want to go home)|not safe at home|left (?:home )?alone (?:all|for|every|over)|no one (?:is )?home|(?:plans to|wants to|going to|has) run (?:away|off)(?: campus)?|ran (?:away|off campus)|runaway|elopes from the building|went missing|is missing(?= from|[.,;]| since)|being made to get married|forced marriage",
  "(?:brought|has|had|carrying|pulled|took out|found|with|pulled out|owns|there's|there is) (?:a|an|the|his|her) (?:\\p{L}{3,9} )?(?:gun|handgun|pistol|rifle|knife|pocketknife|box ?cutter|weapon|switchblade|bb gun|ammo|bullets?|machete)|(?:photo|picture|story) of a (?:gun|rifle)|a rifle and|the rifles|hit list|kill list|shoot (?:up|the school|everyone|him|her|me|them)|bomb threat|threats? (?:made|against)|make them sorry|don't come (?:to school )?(?:on )?(?:monday|tomorrow)|threatened to (?:kill|shoot|stab|hurt|bring)|the shooting on|threat(?= on snapchat)|posted (?:his|her|their) home address|box ?cutter",
  "(?:restraining|protective|protection|no(?: |-)contact|stay(?: |-)away)(?: |-)orders?(?: in place| against)?|(?:do not|don't|not to|never) (?:be )?releas(?:e|ed) to|may not pick ?up|no(?: |-)trespass(?: notice)?|looking for (?:her|him|them)|(?:cps|dcf|dhs|dcfs|child protective services|mandated report(?:er|ing)?)(?: report| case| call)?|texts from a grown|grown man|sending her pictures|nudes?|sexting|take them to \\p{L}{4,9}|scary pictures|overdose",
  '(?:me quiero morir|(?:se )?quiere? (?:morir|matarse|desaparecer)|se (?:está )?(?:corta(?:ndo)?)(?: los brazos)?|autolesion\\p{L}{0,4}|suicid(?:io|arse|a)|amenaz(?:as?|ada|ado|ó)|(?:le|la|lo|me) (?:pega|pegan|golpea|golpean|pegó|grita hasta|apuntó|había cacheteado|toca|tocó)(?= |[.,;]|$)|moretones|abus(?:o|ó|aron|ada|ado)|orden de (?:restricción|protección|alejamiento)|no entregar|tiene miedo de|teme venir|te voy a (?:cortar|matar|pegar)|pistola|navaja|arma|huye de|carro de un adulto|se escondió detrás)',
];

/** In the text about stories, history, lessons and practice these words stand everywhere. */
const UNREAL =
  /(?<![\p{L}])(?:novel|novella|sonnet|act (?:[1-5]|one|two|three|i|ii|iii|iv|v)|scene (?:\d|one|two)|protagonist|playwright|chapter \d+|shakespeare|character analysis|thesis statement|book club|short story|plot summary|lesson plan|unit plan|objectives?:|students will|swbat|vocabulary|drill|simulacro|training|workshop|handbook|curriculum|in-service|novela|personaje|capítulo|lección|objetivo:|video ?game|minecraft|fortnite|roleplay|monologue|screenplay|hypothetical|word problems?|idioms?)(?![\p{L}])/iu;
const REAL =
  /(?<![\p{L}])(?:my (?:student|pupil|kid)|this (?:kid|student|child)|told me|disclosed|i(?:'m| am) a mandated|cps|reported|counsell?or|principal|i saw|i noticed|mom called|in my class|me dijo|me contó|mi alumn[oa]|mi estudiante|la alumna|el alumno)(?![\p{L}])/iu;

/** Idioms, objects and pretence: the words without the danger. */
const UNLESS =
  /(?<![\p{L}])(?:abuse of the|drug abuse (?:unit|lesson)|child labor|suicide squad|suicide prevention (?:week|month|training)|prevention (?:week|month|training|lesson)|awareness|bruised (?:apples?|fruit|ego|banana)|bruises? on the (?:apple|banana|peach|fruit)|killing time|killed it|knife (?:skills|and fork|edge)|butter knife|palette knife|plastic knife|glue gun|nerf|water (?:gun|pistol)|spray gun|starting (?:gun|pistol)|starter pistol|top gun|shoot(?:s|ing)? (?:hoops|baskets|free throws|a video|photos|the ball)|cutting (?:board|edge|corners|paper|class|practice|shapes|along|out)|bomb (?:calorimeter|cyclone)|beat(?:s)? (?:the (?:drum|clock|egg)|him at chess)|role of|plays? the|the (?:plot|poem|film|movie|myth|legend|story|song) (?:of|about|is|tells)|(?:novel|story|movie|film|play|poem|song|book|myth|game|musical|cuento|libro|película) (?:about|where|in which|sobre)|en (?:el|la|un|una|este|esta) (?:cuento|novela|obra|poema|película|libro|leyenda)|(?:poster|presentation|slides) on|the signs of an overdose|bruis(?:e|es|ed) (?:at|in|during) (?:soccer|football|basketball|baseball|volleyball|recess|practice|pe|gym)|(?:fire|lockdown|tornado|safety|earthquake|intruder) drill|threat to (?:biodiversity|the|species|coral|democracy)|threats to (?:validity|biodiversity|species|the)|species|ecosystem|habitat|civil war|world war|hamlet|macbeth|romeo|juliet|odysseus|zeus|harry potter|katniss|character|protagonist|narrator|author|weapons? of math|army|soldiers?|troops|hunting season|policy|policies|protocol for|procedures?|amendment|constitution)(?![\p{L}])/iu;

/** A disclosure or danger about a real child; never literature, drills or lessons. */
export function safety(gazetteer: Gazetteer): Recognizer {
  return statement(
    {
      category: 'safety',
      description: 'Abuse, self-harm, a threat or a weapon, said of a real child.',
      cues: CUES,
      unless: UNLESS,
      reach: 1,
      works: true,
      quiet: ({ text }) => UNREAL.test(text) && !REAL.test(text),
    },
    gazetteer,
  );
}
