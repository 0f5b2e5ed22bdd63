/**
 * Words that are not a private person's name: places, the calendar, things. Compiled by hand
 * for this project (SOURCES.md). Keys as `nameKey` makes them. The tagger weighs them: none of
 * them decides alone.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
/** Countries, states, cities and peoples that are rarely a pupil's name in a draft. */
export const PLACES = words(`
america africa asia europe australia antarctica china india japan korea vietnam russia germany france spain italy greece
england britain ireland scotland wales mexico canada brazil peru chile cuba haiti egypt kenya nigeria ethiopia israel
iraq iran syria jordanian ukraine poland turkey philippines guatemala honduras colombia venezuela ecuador portugal sweden norway
alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa
kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada
ohio oklahoma oregon pennsylvania tennessee texas utah vermont washington wisconsin wyoming york jersey hampshire
chicago boston houston dallas denver seattle portland detroit atlanta miami orlando philadelphia baltimore cleveland
london paris rome berlin madrid tokyo beijing moscow athens troy sparta babylon oxford cambridge harvard yale princeton stanford
nile amazon ganges everest sahara pacific atlantic arctic mediterranean caribbean earth mars venus jupiter saturn neptune pluto mercury
english french german spanish roman greek chinese latin christian muslim hindu american
brooklyn bronx manhattan queens hollywood disney pearson mcgraw houghton mifflin scholastic google microsoft apple
afghanistan albania algeria angola argentina armenia austria azerbaijan bahrain bangladesh belarus belgium belize benin bolivia bosnia
botswana brunei bulgaria burundi cambodia cameroon croatia cyprus denmark djibouti estonia fiji finland gabon gambia ghana grenada guinea
guyana hungary iceland indonesia jamaica kazakhstan kuwait laos latvia lebanon liberia libya lithuania luxembourg madagascar malawi malaysia
maldives mali malta mauritius moldova monaco mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger oman
pakistan palestine panama paraguay qatar romania rwanda samoa senegal serbia singapore slovakia slovenia somalia sudan suriname switzerland
taiwan tajikistan tanzania thailand tibet togo tonga trinidad tunisia uganda uruguay uzbekistan yemen zambia zimbabwe sacramento honolulu
juneau anchorage topeka bismarck omaha tulsa memphis nashville charleston richmond annapolis albany hartford albuquerque tucson tallahassee
tampa milwaukee minneapolis cincinnati pittsburgh buffalo newark raleigh durham louisville knoxville wichita spokane boise reno oakland
fresno amsterdam brussels vienna prague budapest warsaw lisbon barcelona venice naples dublin edinburgh glasgow stockholm oslo copenhagen
helsinki istanbul ankara cairo nairobi lagos johannesburg baghdad tehran delhi mumbai calcutta kolkata karachi dhaka bangkok hanoi saigon
manila jakarta seoul pyongyang osaka kyoto hiroshima nagasaki shanghai havana bogota quito lima caracas montevideo managua tegucigalpa
kingston toronto montreal vancouver ottawa quebec ontario alberta manitoba oaxaca jalisco chiapas yucatan mesopotamia persia prussia
byzantium carthage gaul assyria sumer phoenicia macedonia normandy bavaria siberia scandinavia balkans crimea galapagos polynesia melanesia
danube rhine thames seine volga yangtze mekong euphrates tigris zambezi orinoco andes alps himalayas rockies appalachians sierra kilimanjaro
vesuvius espana estados unidos francia alemania inglaterra italia grecia egipto brasil europa oceania antartida titan callisto ganymede io
triton oberon titania miranda ariel umbriel phobos deimos charon ceres orion andromeda polaris sirius betelgeuse vega halley hubble neptuno
urano saturno marte mercurio pluton tierra luna sol african asian european arab arabic somali hmong vietnamese korean japanese filipino
russian polish ukrainian irish italian portuguese brazilian mexican canadian cuban dutch swedish norwegian danish finnish swiss austrian
hungarian turkish persian iranian iraqi syrian lebanese egyptian ethiopian nigerian kenyan ghanaian indian pakistani jewish catholic
protestant buddhist islamic hebrew aramaic swahili yoruba igbo zulu navajo cherokee lakota apache iroquois aztec inca olmec celtic
viking mongol ottoman
`);

/** Given names that are also places: not a person after "in", "from", "near" and the like. */
export const PLACE_NAMES = words(`
austin savannah charlotte madison jackson jordan georgia carolina virginia dakota sydney florence vienna phoenix
chad kingston lincoln dayton camden aurora cheyenne houston dallas denver brooklyn london paris asia india israel kenya
america trenton salem santiago sofia victoria regina milan verona siena lourdes washington columbia
`);

/** Months, days, feasts; without "Jun", which is a given name as often. */
export const CALENDAR = words(`
january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday
jan feb mar apr jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun
easter christmas halloween thanksgiving hanukkah ramadan diwali juneteenth kwanzaa
`);

/** A capitalised word before a name that makes it the name of a place: "Colegio San Ignacio", "Escuela Benito Juárez". */
export const PLACE_HEADS = words(
  'colegio escuela liceo preparatoria secundaria primaria instituto academia universidad biblioteca parque iglesia avenida',
);

/** A capitalised word after a name that makes it the name of a thing: "Lincoln Elementary", "Franklin Street". */
export const THING_WORDS = words(`
elementary middle high school academy university college institute district county city state street avenue road drive lane
boulevard park river lake mountain mountains mount island islands bay beach valley creek canyon bridge building hall library museum hospital church
stadium theater theatre center centre house press publishing company corporation foundation award prize medal
method model theory theorem law laws effect diagram triangle square scale cycle principle equation constant test
taxonomy framework protocol curriculum standards act amendment treaty doctrine war battle purchase trail expedition revolution
disease syndrome notes chart map day week month era age empire dynasty cup bowl series league
`);
