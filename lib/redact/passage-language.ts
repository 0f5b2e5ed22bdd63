/** In which language a passage is written, by its small words; for the words of labels, which need no more than that. */
import type { LabelLanguage } from './labels.ts';

/** Small words of each language and, where short sentences have few of them, words of schools. Compiled by hand. */
const SIGNS: [LabelLanguage, string][] = [
  [
    'en',
    `the and of is that it for with he she they his their you your not but are have this will my we our who what when how
    should to by from be been about can could would did does or if there then than please dear write make help give need
    needs student students class today yesterday teacher name reading late absent mom parent family`,
  ],
  [
    'es',
    `el la los las y en con una un por del su sus muy pero fue hay usted más cuando mi mis este esta porque también al lo
    se que de es está estaba tiene tenía sin ya le para como él ella sobre desde hasta nos nuestra nuestro son ha hoy ayer
    mañana hijo hija mamá papá madre padre familia escuela estudiante estudiantes alumno alumna alumnos maestra maestro
    clase grado nombre fecha nota notas tarea año años correo teléfono examen lectura matemáticas escriba escribe ayuda
    ayúdame necesito necesita haga haz favor carta llegó llega tarde faltó dijo nació vive gracias estimada estimado
    estimados querida querido señora señor buenos buenas días`,
  ],
  [
    'fr',
    `le la les des du est une un dans avec pour qui que sur au aux elle il nous vous je et ne pas en de son sa ses mais
    cette leur mon ma être avoir fait ils elles très mère père école élève classe aujourd hier chez été`,
  ],
  [
    'pt',
    `o os e em com uma um por da das nas não mas muito foi são seu sua você também quando que de se
    para mãe pai escola aluno aluna alunos turma hoje ontem filho filha ao à ele ela tem está mais`,
  ],
  [
    'de',
    `der die das und ist nicht ich sie wir ihr ein eine einen einem mit auf für von zu dem den sich auch wird bei nach
    wenn aber haben sein sind mein meine kann heute gestern schule schüler mutter vater klasse er es im hat war bitte`,
  ],
  [
    'vi',
    `là của và không được có cho những một người trong các với này đã tôi cháu bé để khi thì nó rất đi học hôm nay bị ở về
    cô thầy em mẹ bố trường lớp`,
  ],
  [
    'tl',
    `ang ng mga hindi ko ako siya niya namin kami ito nang kasi anak dahil wala mayroon sila kung naman aking kanya
    paaralan ngayon lang po ay sa na`,
  ],
];

const LANGUAGES_OF = new Map<string, LabelLanguage[]>();
for (const [language, words] of SIGNS) {
  for (const word of new Set(words.normalize('NFC').split(/\s+/))) {
    LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);
  }
}

/** What a passage has of its language at least, and how many times what it has of any other; a sign of two counts half. */
const LEAST_SIGNS = 1.5;
const CLEAR = 2;
/** How much around a place is looked at within a long line, in UTF-16 units, and how much of a whole text. */
const NEAR = 400;
const WHOLE = 32_000;

/** A word, but no letter of "D.O.B." or "O’Brien". */
const WORD = /(?:(?<![.'’])[\p{L}\p{M}](?![.'’\p{L}\p{M}])|[\p{L}\p{M}]{2,})/gu;

interface Verdict {
  language: LabelLanguage;
  /** Enough signs for more than a guess. */
  isSure: boolean;
}

/**
 * Tells the language of the passage around a place. In: the text. Out: takes an offset in it (UTF-16 units) and gives the
 * language of the line there; where that has too few signs, of the whole text; where no language is plain, English.
 */
export function passageLanguages(text: string): (at: number) => LabelLanguage {
  const known = new Map<number, Verdict | null>();
  let whole: Verdict | null | undefined;
  return (at) => {
    let start = text.lastIndexOf('\n', at - 1) + 1;
    const next = text.indexOf('\n', at);
    let end = next < 0 ? text.length : next;
    if (end - start > 2 * NEAR) {
      start += Math.max(0, Math.floor((at - start) / NEAR) - 1) * NEAR;
      end = Math.min(end, start + 3 * NEAR);
    }
    let here = known.get(start);
    if (here === undefined) {
      here = verdictOf(text.slice(start, end));
      known.set(start, here);
    }
    if (here?.isSure) return here.language;
    if (whole === undefined) whole = verdictOf(text.slice(0, WHOLE));
    if (whole?.isSure) return whole.language;
    return here?.language ?? 'en';
  };
}

/** Null where nothing speaks for one language more than for others. */
function verdictOf(passage: string): Verdict | null {
  const han = passage.match(/\p{Script=Han}/gu)?.length ?? 0;
  const hangul = passage.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  const latin = passage.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const isJapanese = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(passage);
  // A syllable there is two or three letters here.
  if (hangul * 2 > latin && hangul >= han) return { language: 'ko', isSure: hangul > 4 };
  if (han * 2 > latin && !isJapanese) return { language: 'zh', isSure: han > 4 };

  const counts = new Map<LabelLanguage, number>();
  for (const [word] of passage.normalize('NFC').matchAll(WORD)) {
    const languages = LANGUAGES_OF.get(word.toLowerCase()) ?? [];
    for (const language of languages) {
      counts.set(language, (counts.get(language) ?? 0) + 1 / languages.length);
    }
  }
  if (/[¿¡ñ]/.test(passage)) counts.set('es', (counts.get('es') ?? 0) + 1);
  const [best, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (!best || (second && best[1] === second[1])) return null;
  const [language, count] = best;
  const others = second?.[1] ?? 0;
  const isSure = count >= LEAST_SIGNS && count >= CLEAR * others;
  return isSure || others === 0 ? { language, isSure } : null;
}
