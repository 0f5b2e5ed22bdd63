/**
 * Names that are not a private person's: public figures, authors, characters, places, the calendar. Compiled by hand
 * for this project (SOURCES.md). Keys as `nameKey` makes them. It is short on purpose: it keeps common lessons quiet.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
const phrases = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .trim()
      .split(/\s*[,\n]\s*/)
      .filter(Boolean),
  );

/** Full names of people and characters that lessons are about. After one of them its parts alone are quiet too. */
export const PUBLIC_FULL_NAMES = phrases(`
maya angelou, rosa parks, abraham lincoln, george washington, thomas jefferson, john adams, benjamin franklin, ben franklin
alexander hamilton, james madison, andrew jackson, theodore roosevelt, franklin roosevelt, franklin delano roosevelt
eleanor roosevelt, john kennedy, john f kennedy, barack obama, michelle obama, joe biden, donald trump, kamala harris
bill clinton, hillary clinton, george bush, ronald reagan, richard nixon, jimmy carter, lyndon johnson, harry truman
martin luther king, martin luther, martin luther king jr, coretta scott king, malcolm x, john lewis, frederick douglass
harriet tubman, sojourner truth, susan b anthony, booker t washington, george washington carver, ida b wells, nat turner
web du bois, thurgood marshall, ruth bader ginsburg, sonia sotomayor, jackie robinson, muhammad ali, ruby bridges, cesar chavez
dolores huerta, sally ride, neil armstrong, amelia earhart, katherine johnson, mae jemison, john glenn, bill gates, steve jobs
elon musk, mark zuckerberg, albert einstein, isaac newton, marie curie, charles darwin, galileo galilei, rosalind franklin
jane goodall, rachel carson, gregor mendel, louis pasteur, nikola tesla, thomas edison, alexander graham bell, alan turing
ada lovelace, grace hopper, stephen hawking, carl sagan, leonardo da vinci, vincent van gogh, pablo picasso, claude monet
frida kahlo, georgia okeeffe, andy warhol, johann sebastian bach, wolfgang amadeus mozart, ludwig van beethoven, duke ellington
louis armstrong, taylor swift, lin manuel miranda, william shakespeare, emily dickinson, robert frost, langston hughes
walt whitman, edgar allan poe, mark twain, samuel clemens, charles dickens, jane austen, charlotte bronte, emily bronte, mary shelley
george orwell, aldous huxley, ray bradbury, john steinbeck, ernest hemingway, f scott fitzgerald, harper lee, toni morrison
alice walker, zora neale hurston, james baldwin, richard wright, ralph ellison, amy tan, sandra cisneros, gary soto, gary paulsen
jerry spinelli, lois lowry, judy blume, beverly cleary, roald dahl, shel silverstein, eric carle, maurice sendak, dr seuss
jk rowling, j k rowling, rick riordan, suzanne collins, jason reynolds, jacqueline woodson, kwame alexander, jeff kinney
louis sachar, katherine paterson, madeleine lengle, eb white, e b white, cs lewis, jrr tolkien, elie wiesel, anne frank
kate dicamillo, rj palacio, christopher paul curtis, mildred taylor, walter dean myers, matt de la pena, amanda gorman
tim obrien, arthur miller, tennessee williams, lorraine hansberry, august wilson, maurice sendak, jean piaget, lev vygotsky
john dewey, maria montessori, benjamin bloom, carol dweck, paulo freire, howard gardner, robert marzano, doug lemov, jo boaler
harry potter, ron weasley, hermione granger, percy jackson, katniss everdeen, huckleberry finn, huck finn, tom sawyer
jay gatsby, nick carraway, daisy buchanan, tom buchanan, atticus finch, scout finch, boo radley, tom robinson, jem finch
holden caulfield, sherlock holmes, oliver twist, ebenezer scrooge, peter pan, mary poppins, willy wonka, charlie bucket
lady macbeth, jane eyre, elizabeth bennet, fitzwilliam darcy, jonas salk, clara barton, florence nightingale, helen keller
anne sullivan, betsy ross, paul revere, patrick henry, john hancock, christopher columbus, marco polo, francis bacon
ferdinand magellan, hernan cortes, joan of arc, king george, king arthur, queen elizabeth, queen victoria, winston churchill, adolf hitler
joseph stalin, vladimir lenin, karl marx, mahatma gandhi, mohandas gandhi, nelson mandela, mother teresa, desmond tutu, malala yousafzai
greta thunberg, dalai lama, genghis khan, julius caesar, mark antony, alexander the great, simone biles, lebron james, michael jordan
serena williams, babe ruth, tom brady, kobe bryant, stephen curry, billie eilish, neil degrasse tyson, bill nye, mister rogers, fred rogers
robert e lee, ulysses s grant, john brown, jefferson davis, john locke, adam smith, thomas paine, thomas hobbes, jim crow
santa claus, jack frost, uncle sam, john doe, jane doe, venn diagram, st louis, san jose, santa cruz, santa barbara
`);

/** One word that is enough: nobody needs the first name. */
export const PUBLIC_SINGLE_NAMES = words(`
shakespeare einstein gandhi mozart beethoven bach picasso socrates plato aristotle homer virgil dante cleopatra
napoleon hitler stalin lenin churchill columbus galileo copernicus archimedes pythagoras euclid fibonacci pascal
newton darwin mendel tesla edison curie lincoln jefferson obama trump biden roosevelt reagan kennedy nixon truman eisenhower
hamlet macbeth othello romeo juliet ophelia mercutio tybalt banquo gatsby scrooge dracula frankenstein gulliver odysseus
achilles hercules zeus athena apollo poseidon hera hades aphrodite thor odin medusa perseus orpheus prometheus
hemingway steinbeck dickens orwell seuss tolkien rowling angelou vygotsky piaget montessori marzano lexile jesus moses muhammad buddha
christ allah mandela tubman douglass pinocchio cinderella rapunzel gandalf frodo hermione dumbledore voldemort katniss
siri alexa cortana claude gemini chatgpt copilot watson grammarly quizlet kahoot canva desmos chalkline
bloom freyer cornell marzano frayer punnett bohr kepler celsius fahrenheit kelvin ohm joule
`);

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
`);

/** Given names that are also places: not a person after "in", "from", "near" and the like. */
export const PLACE_NAMES = words(`
austin savannah charlotte madison jackson jordan georgia carolina virginia dakota sydney florence vienna phoenix
chad kingston lincoln dayton camden aurora cheyenne houston dallas denver brooklyn london paris asia india israel kenya
america trenton salem santiago sofia victoria regina milan verona siena lourdes washington columbia
`);

/** Months, days, feasts. */
export const CALENDAR = words(`
january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday
jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun
easter christmas halloween thanksgiving hanukkah ramadan diwali juneteenth kwanzaa
`);

/** A capitalised word after a name that makes it the name of a thing: "Lincoln Elementary", "Franklin Street". */
export const THING_WORDS = words(`
elementary middle high school academy university college institute district county city state street avenue road drive lane
boulevard park river lake mountain mountains mount island islands bay beach valley creek canyon bridge building hall library museum hospital church
stadium theater theatre center centre house press publishing company corporation foundation award prize medal
method model theory theorem law laws effect diagram triangle square scale cycle principle equation constant test
taxonomy framework protocol curriculum standards act amendment treaty doctrine war battle purchase trail expedition revolution
disease syndrome notes chart map day week month era age empire dynasty cup bowl series league
`);
