/**
 * Words that tell what kind of text this is: whether its people are invented, whether it is a scene or an exercise, whether
 * it speaks of books and of the past, or of the writer's own pupils. None of them decides: the tagger and the judges weigh
 * how many stand near a name and in the whole text. One phrase on a line, as `phrases.ts` reads it.
 */
import type { Token } from '../document.ts';
import { findPhrases, type Phrases, readPhrases } from '../phrases.ts';

/** Whose people are nobody. */
const INVENTED = `
arent real
composite
de mentira
de mentiras
doesnt exist
dont exist
dummy
fake
ficticia
ficticias
ficticio
ficticios
fiction
fictional
fictitious
hypothetical
hypothetically
imaginaria
imaginario
imaginary
imagined
invent
inventa
inventada
inventadas
inventado
inventados
invented
isnt real
made up
madeup
make believe
makebelieve
mock
no existe
no existen
no one real
no real
nobody real
not a real
not anyone real
not real
placeholder
pretend
pretending
sim
simulated
simulation
simulator
`;

/** Scenes, exercises and samples. */
const SCENES = `
act 1
act 2
act 3
act i
act ii
act iii
cartoon
case studies
case study
character
characters
cloze
comic
comics
comprehension
conversation
conversations
cuento
cuentos
curtain
decodable
decodables
dialog
dialogo
dialogos
dialogs
dialogue
dialogues
ejemplo
ejemplos
example sentence
example sentences
ext
fable
fables
fairy tale
fairy tales
folk tale
folk tales
folktale
folktales
grammar
guion
improv
int
mentor text
monologue
monologues
narrator
narrators
obra
once upon
oraciones
passage
passages
personaje
personajes
puppet
puppets
role play
role playing
role plays
roleplay
roleplaying
roleplays
sample
samples
scenario
scenarios
scene
scenes
screenplay
script
scripts
sentences
short stories
short story
skit
skits
soap opera
stage
story problem
story problems
vignette
vignettes
word problem
word problems
`;

/** Books, art, science and the past. */
const WORKS = `
album
albums
artist
artista
artistas
artists
athlete
athletes
author
authors
autor
autora
autores
bc
bce
biographies
biography
book
books
cancion
canciones
centuries
century
ch
chapter
chapters
composer
composers
film
films
historia
history
inventor
inventors
law of
legend
legends
libro
libros
movie
movies
musical
myth
myths
novel
novela
novelas
novels
painting
paintings
play
playlist
plays
poem
poema
poemas
poems
poet
poetry
poets
president
presidents
quote
quotes
read aloud
readaloud
scientist
scientists
song
songs
stories
story
theorem
timeline
war
wars
`;

/** The writer's own pupils, their families and their days. */
const OWN = `
504
absent
ayer
conference
counselor
dad
dads
detention
dob
falto
grandma
grandpa
guardian
hoy
iep
last night
mama
mi alumna
mi alumnas
mi alumno
mi alumnos
mi clase
mi estudiante
mi estudiantes
mi hija
mi hijas
mi hijo
mi hijos
mis alumna
mis alumnas
mis alumno
mis alumnos
mis clase
mis estudiante
mis estudiantes
mis hija
mis hijas
mis hijo
mis hijos
missing work
mom
moms
my 1st grader
my 2nd grader
my 3rd grader
my 4th grader
my 5th grader
my 6th grader
my 7th grader
my 8th grader
my advisee
my boy
my boys
my child
my class
my daughter
my girl
my girls
my homeroom
my kid
my kiddo
my kiddos
my kids
my pupil
my pupils
my son
my student
my students
nurse
our advisee
our boy
our boys
our child
our class
our daughter
our girl
our girls
our homeroom
our kid
our kiddo
our kiddos
our kids
our pupil
our pupils
our son
our student
our students
papa
parent
parents
rec letter
recommendation
referral
reunion
sped
suspended
tardy
this week
today
tomorrow
yesterday
`;

/** Kinds of signs. */
export const SIGNS = 4;
const WORKS_SIGN = 2;
/** The kind that speaks for real people. */
export const OWN_SIGN = 3;
/** Tokens on each side of one that count as near it, for each kind: an invented person is told by the frame of the scene. */
const NEAR = [60, 60, 30, 30];

/** The signs of a document. */
export interface Signs {
  /** How many of each kind stand in the whole text. */
  whole: readonly number[];
  /** How many of a kind stand near token i. */
  near(kind: number, i: number): number;
}

let phrases: Phrases | undefined;

/** A year of the past, as a number's key. */
const isPast = (key: string): boolean => key.length === 4 && key >= '1000' && key < '1990';

/** Reads the signs of a document or a part of one. Linear in its length. */
export function signsIn({ tokens }: { tokens: readonly Token[] }): Signs {
  phrases ??= readPhrases([INVENTED, SCENES, WORKS, OWN]);
  const n = tokens.length;
  const sums = Array.from({ length: SIGNS }, () => new Int32Array(n + 1));
  findPhrases(tokens, phrases, (kind, from) => {
    sums[kind]![from + 1] = 1;
  });
  for (let i = 0; i < n; i++) {
    const { kind, key } = tokens[i]!;
    if (kind === 'number' && isPast(key)) sums[WORKS_SIGN]![i + 1] = 1;
    for (const sum of sums) sum[i + 1]! += sum[i]!;
  }
  return {
    whole: sums.map((sum) => sum[n]!),
    near: (kind, i) =>
      sums[kind]![Math.min(n, i + NEAR[kind]! + 1)]! - sums[kind]![Math.max(0, i - NEAR[kind]!)]!,
  };
}

/** The signs as evidence for a judge: those near token i, then those of the whole text. */
export function signEvidence({ whole, near }: Signs, i: number): number[] {
  return [...whole.map((_, kind) => Math.log1p(near(kind, i))), ...whole.map(Math.log1p)];
}
