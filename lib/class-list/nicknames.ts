/** Short forms of given names, English and Spanish. Only such as are mostly short for these names. */

/** A given name in each of its spellings, `:`, its short forms. Folded, as `foldedName` has them. */
const SHORT = `
abigail: abby abbie gail
abraham: abe bram
albert alberto: al bert beto
alejandra: ale alex alejandrita
alejandro: ale alex jandro
alexander: alex xander alec
alexandra alexandria: alex lexi lexie sandra
alfred alfredo: alf fred alfie fredo
alicia: ali licha
amanda: mandy
andrea: andy
andrew andres: andy drew
anthony antonio: tony toni nio
barbara: barb barbie
benjamin: ben benny benji benja
bernard: bernie
bradley: brad
caroline carolina: caro carrie lina
catherine katherine kathryn katharine catalina: cathy kathy kate katie kat cat kit kitty kay cata
charles: charlie chuck chas
charlotte: charlie lottie
christina cristina christine: chris chrissy tina cris
christopher cristopher: chris topher kit
cecilia: ceci
consuelo: chelo
cynthia: cindy
daniel: dan danny dani
daniela danielle daniella: dani
david: dave davy
deborah: deb debbie
dolores: lola
donald: don donnie
dorothy: dot dottie
eduardo: lalo edu
edward: ed eddie ted ned
eleanor: ellie nell nora
elizabeth elisabeth: liz lizzie beth betsy betty eliza libby bess
emily: em emmy
enrique: quique kike
ernesto: neto
esperanza: espe
fernando: nando fer
fernanda: fer
florence: flo
francisco: paco pancho kiko cisco frank
francis: frank frankie
frances francesca: fran frannie frankie
frederick fredrick: fred freddie freddy
gabriel: gabe gabo
gabriela gabriella gabrielle: gabby gaby gabi
george jorge: georgie coque
gerald: gerry jerry
gregory: greg gregg
graciela: chela
guadalupe: lupe lupita
guillermo: memo guille
gwendolyn: gwen
harold: hal harry
henry: hank harry
humberto: beto
ignacio: nacho
isabel isabella isabelle: izzy bella belle isa chabela
isaac: ike
jacob: jake jakey coby
jacqueline: jackie
james: jim jimmy jamie
janet: jan
jeffrey geoffrey: jeff geoff
jennifer: jen jenny jenn
jeremiah jeremy: jerry
jesus: chuy chucho
jessica: jess jessie
joaquin: quino
john: johnny jack jon
jonathan jonathon: jon jonny johnny nate
joseph: joe joey
josephine josefina: jo josie fina
jose: pepe chepe pepito joe
joshua: josh
judith: judy
juliana julianna: juli jules
julian: jules
kenneth: ken kenny
kimberly: kim kimmy
lawrence laurence: larry
leonard leonardo: leo len lenny
lillian: lily lil lilly
lorenzo: enzo
luis: lucho
madeline madeleine madelyn: maddie maddy
manuel: manny manolo
margaret: maggie meg megan peg peggy marge greta
margarita: margo rita
maria: mari
mariana: mari
martha: marty
matthew mateo: matt matty teo
maximilian maximiliano maxwell: max
mauricio: mau
megan meghan: meg
melissa: mel missy lissa
melanie: mel
mercedes: meche
michael: mike mikey mick micah
michelle: shelly chelle
miguel: mike migue
mohammed muhammad mohamed: mo
montserrat: montse
nancy: nan
natalie natalia: nat nattie
nathan nathaniel: nate nat
nicholas nicolas: nick nicky nico
nicole: nikki nicky
octavio: tavo
olivia: liv livvy
oliver: ollie
pamela: pam
patricia: pat patty trish tricia
patrick: pat paddy rick
peter: pete
philip phillip: phil
priscilla: cilla
rafael raphael: rafa rafe
rebecca rebekah: becca becky
reynaldo: rey
richard ricardo: rick ricky rich richie dick
robert roberto: rob bob bobby robbie beto berto
rodrigo: rodri
ronald: ron ronnie
rosario: charo chayo
russell: russ
samantha: sam sammy
samuel: sam sammy
santiago: santi
sebastian: seb bas sebas
sergio: checo
socorro: coco
sofia sophia: sofi soph
stephanie: steph
stephen steven: steve stevie
susan susanna susana: sue susie suzy
teresa theresa: terry tess tere
theodore: ted teddy theo
thaddeus: thad tad
thomas tomas: tom tommy tomy
timothy: tim timmy
valentina: vale val tina
valeria valerie: val vale
vanessa: nessa
vicente: chente
victor: vic
victoria: vicky tori vic
vincent: vince vinny
virginia: ginny
william: will bill billy willie liam
xiomara: xio
yolanda: yoli
zachary zachariah: zach zack zac
`;

const shortOf = new Map<string, string[]>();
const fullOf = new Map<string, string[]>();
for (const line of SHORT.trim().split('\n')) {
  const [full = [], short = []] = line.split(':').map((side) => side.trim().split(' '));
  for (const name of full) shortOf.set(name, short);
  for (const name of short) fullOf.set(name, [...(fullOf.get(name) ?? []), ...full]);
}

/** What somebody of a given name may be called. In and out: folded names. */
export function shortFormsOf(name: string): readonly string[] {
  return shortOf.get(name) ?? [];
}

/** What a short form may be short for. In and out: folded names. */
export function fullFormsOf(name: string): readonly string[] {
  return fullOf.get(name) ?? [];
}
