/**
 * Whether a good part of a text is in a language that the detector does not read. It looks for signs of another
 * language, not for a lack of English: rosters, tables, code and word lists have few English words too.
 */
import { type CategoryId, kindOf } from './category.ts';
import type { Candidate, Span } from './finding.ts';

/**
 * Small words that are frequent in other languages of American schools and of the world, and neither English nor
 * Spanish. Compiled by hand. What is also a word or an abbreviation of teachers' texts, or a pupil's name, is left out.
 */
const FOREIGN_WORDS = new Set(
  `je nous vous est sont dans avec pas une qui ne au aux mais cette leur mon ses être avoir fait il elle ils elles où
  très mère père école élève même aussi chez jour été suis ont parce quand aujourd fils fille et des sur pour ce à
  und der das ist nicht ich sie wir ihr ein eine einen einem mit auf für dem sich auch wird bei nach wenn aber haben
  sein sind mein meine kann heute schule noch nur zum zur über dass ihre oder
  não uma são ela seu sua meu minha você também muito foi com disse nele dele dela pelo pela isso então hoje escola filho filha ao às na
  até já nós eu tem ele
  che della nel alla più anche gli mia suo figlio scuola oggi perché questo molto sono è
  nie jest się że jego jej są dla przez tak już czy moja mój ze po od bardzo szkoły szkole dziecko syn córka ponieważ
  tylko będzie który która
  și nu din că pentru sunt lui fiul școală foarte nici când
  het een niet dat zijn wij ik mijn voor aan ook maar bij naar heeft hij zij wordt vandaag
  och som är inte jag på för det ikke jeg og hun
  bir bu için çok değil ben olarak okul gibi daha kadar bugün oğlum kızım
  ja ei että hän oli mutta kun minä myös és nem egy hogy az már csak vagy
  što koji ali jer jako jsem není jsou který dhe në një për është
  là của và không được có cho những một người trong các với này đã tôi cháu bé để khi thì nó rất đi học hôm nay bị ở về cô
  thầy xin khong duoc nguoi nhung chau cua
  kuv koj nws peb lawv yog tsis muaj thiab rau hauv cov nyob kom ntawm mus tau lub tuaj xav paub ua qhov lawm txog puas
  thaum nrog tsev kawm ntawv nyuam menyuam hnub niam txiv pab hais tias
  mwen ki ak nan pou yon fè sou kote lekòl pitit tankou paske avèk kap pral jodi lè pa
  ang ng mga hindi ko ako siya niya namin kami ito nang kasi anak pag dahil wala mayroon sila kung rin naman aking kanya
  paaralan ngayon lang yung sa
  iti nga dagiti ken saan daytoy kas ngem
  yang untuk dengan tidak ini itu dari pada saya akan juga karena sekolah sudah
  waa iyo oo ku uu waxaa waxay soo inuu inay ilmaha iskuulka maanta wuu leh ayaa kuwa waan aad ahay ugu lagu
  wa kwa katika yake yangu wangu mtoto watoto shule sana hii huyo kama lakini pia hakuna wao yeye mimi sisi
  mwalimu uye kuti ndi futhi kodwa ukuthi umntwana ngoba
  hai nahi mera meri mere bhi kya raha rahi hain kyunki aur
  fi akka kan irra keessa isaa jira
  lona matou tamaitiiti aoga
  seine ihn können bitte sehr suoi nuovo domani dei alle pai mãe obrigada obrigado amanhã tahay laakiin
  ntabwo uyu munsi kandi ariko muri ishuri wanjye umwana cyane nei iwe ikenai pwe ewe ngang eo ilo ñan rainin ajri jab
  mafai faiaoga lenei aso nha fiju fidju oji sta pamodi isuna ita aldaw haan ri rumal koo kee harra hin mana barumsaa isaas
  beti beta sakti sakta usay yami ngakho esikoleni`
    .normalize('NFC')
    .split(/\s+/),
);

/** Frequent words of English and Spanish that the others do not share: a phrase with many of them is one of ours. */
const OUR_WORDS = new Set(
  `the and of is was that it for with he she they his her their you your not but are have has had this from will my we our
  them who what when how can should el los las y pero muy del sus su hay más también hijo hija`.split(/\s+/),
);

/** Letters that neither English nor Spanish is written with. */
const FOREIGN_LETTER = /[^\0-\x7fáéíóúüñªº]/;
const RUN =
  /\p{Script=Latin}[\p{Script=Latin}\p{M}]*|(?!\p{Script=Latin})\p{L}(?:(?!\p{Script=Latin})[\p{L}\p{M}])*/gu;
const LATIN = /^\p{Script=Latin}/u;
const CAPITALS = /^\p{Lu}{2}/u;
/** Written without spaces. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Between two words of one phrase: elisions and hyphens too ("l'école"). */
const WITHIN_PHRASE = " \u00a0'’ʼ-";

/** A shorter phrase may be a name, an entry of a list or a motto. */
const PHRASE_WORDS = 5;
/** A name in a script without spaces is shorter. */
const UNSPACED_LETTERS = 6;
/** What share of a phrase's words must be signs of another language, and how many at least. */
const PHRASE_SIGNS = 0.15;
const LEAST_SIGNS = 2;
/** Fewer words than these are too few to tell. */
const LEAST_WORDS = 8;
/** From this share of foreign words on it is a good part of the text: a quoted sentence in a lesson is less. */
const GOOD_PART = 0.25;

/** Longer texts are read in pieces from all over. */
const LONGEST = 32_000;
const PIECE = 1_000;

/** Whether a word of Latin letters is a sign of another language. One with a capital may be a name. */
function isSign(word: string): boolean {
  if (FOREIGN_WORDS.has(word)) return true;
  const ascii = !FOREIGN_LETTER.test(word);
  if (ascii && !CAPITALS.test(word)) return false;
  const isCapital = word[0] !== word[0]!.toLowerCase();
  if (isCapital && (word.length === 1 || word !== word.toUpperCase())) return false;
  // Marks in heaps are no language, and slow to put in order.
  if (!ascii && word.length > 40) return false;
  const key = (ascii ? word : word.normalize('NFKC')).toLowerCase();
  return FOREIGN_WORDS.has(key) || FOREIGN_LETTER.test(key);
}

interface Reading {
  words: number;
  /** Words in Latin letters. */
  latin: number;
  /** Words in phrases of another language. */
  foreign: number;
  /** Those phrases, where they are written with spaces. */
  phrases: Span[];
}

function read(text: string): Reading {
  const reading: Reading = { words: 0, latin: 0, foreign: 0, phrases: [] };
  let start = 0;
  let end = -2;
  let words = 0;
  let signs = 0;
  let ours = 0;
  const closePhrase = () => {
    const enough = signs >= LEAST_SIGNS && signs >= words * PHRASE_SIGNS && signs > 2 * ours;
    if (enough && words >= PHRASE_WORDS) {
      reading.foreign += words;
      reading.phrases.push({ start, end });
    }
    words = 0;
    signs = 0;
    ours = 0;
  };
  for (const { 0: word, index } of text.matchAll(RUN)) {
    if (index !== end + 1 || !WITHIN_PHRASE.includes(text[end]!)) {
      closePhrase();
      start = index;
    }
    const isLatin = word.charCodeAt(0) < 0x250 || LATIN.test(word);
    if (!isLatin && UNSPACED.test(word)) {
      closePhrase();
      // Words of such scripts have two letters more often than not.
      const count = Math.ceil(word.length / 2);
      reading.words += count;
      if (word.length >= UNSPACED_LETTERS) reading.foreign += count;
      continue;
    }
    end = index + word.length;
    // A sign of mathematics.
    if (!isLatin && word.length === 1) continue;
    reading.words += 1;
    words += 1;
    if (isLatin) reading.latin += 1;
    if (OUR_WORDS.has(words === 1 ? word.toLowerCase() : word)) ours += 1;
    else if (!isLatin || isSign(word)) signs += 1;
  }
  closePhrase();
  return reading;
}

/**
 * Whether a good part of a text is neither English nor Spanish: a quarter of its words, in running phrases. Names, lists
 * and a few quoted words do not count, and a text of few words only where all of it is in another script.
 * Any string is fine. Takes time linear in its length, up to 32,000 characters; of longer texts as much is read.
 */
export function isLanguageUnsure(text: string): boolean {
  const sum = { words: 0, latin: 0, foreign: 0 };
  for (const piece of pieces(text)) {
    const { words, latin, foreign } = read(piece);
    sum.words += words;
    sum.latin += latin;
    sum.foreign += foreign;
  }
  if (sum.latin === 0) return sum.words > 0;
  return sum.words >= LEAST_WORDS && sum.foreign >= sum.words * GOOD_PART;
}

/** What a find within a phrase of another language must have not to be a guess; a digit where nothing is said. */
const NEEDED: Partial<Record<CategoryId, RegExp>> = {
  'person-name': /[\p{Lu}\p{Lt}\p{Lo}]/u,
  email: /@/,
  link: /\./,
  // One word, or more than small letters.
  username: /^\S+$|[^\p{Ll}\p{M}\s]/u,
  secret: /^\S+$|[^\p{Ll}\p{M}\s]/u,
};

/**
 * Candidates without those that are guesses at words of another language, since the models that make them know English
 * and Spanish only: within its phrases statements, names without a capital, and identifiers without a digit.
 * @param candidates spans are of `text`
 */
export function withoutGuesses(text: string, candidates: readonly Candidate[]): Candidate[] {
  const { phrases } = read(text);
  if (phrases.length === 0) return [...candidates];
  return candidates.filter(({ span, category }) => {
    if (!phrases.some(({ start, end }) => span.start >= start && span.start < end)) return true;
    const kind = kindOf(category);
    if (kind === 'document' || kind === 'sensitive') return kind === 'document';
    return (NEEDED[category] ?? /\p{N}/u).test(text.slice(span.start, span.end));
  });
}

function pieces(text: string): string[] {
  if (text.length <= LONGEST) return [text];
  const n = LONGEST / PIECE;
  const step = (text.length - PIECE) / (n - 1);
  return Array.from({ length: n }, (_, i) => text.slice(Math.floor(i * step), Math.floor(i * step) + PIECE));
}
