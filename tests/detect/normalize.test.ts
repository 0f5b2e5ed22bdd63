import { describe, expect, test } from 'vitest';
import { normalize } from '../../lib/detect/normalize.ts';
import { redact } from '../../lib/redact/redact.ts';
import { restoreExact } from '../../lib/redact/restore.ts';
import { detector, textOf } from './load.ts';

describe('normalize', () => {
  test.each<[string, string]>([
    ['Maya Lopez’s “red” book', 'Maya Lopez\'s "red" book'],
    ['‘Maya‘ ‛Lopez′ „x‟ ´', "'Maya' 'Lopez' \"x\" '"],
    ['M\u200baya\u200c L\u2060opez\ufeff', 'Maya Lopez'],
    ['Ma\u00adya', 'Maya'],
    ['Maya\u00a0Lopez\u202fReyes\u3000Ruiz\u2009Diaz', 'Maya Lopez Reyes Ruiz Diaz'],
    ['Ｍａｙａ　Ｌｏｐｅｚ，＃２０４', 'Maya Lopez,#204'],
    ['𝐌𝐚𝐲𝐚 𝓛𝓸𝓹𝓮𝔃 𝟚𝟘𝟜', 'Maya Lopez 204'],
    ['Ⓜⓐⓨⓐ 🄼ℒﬁﬀ', 'Maya MLfiff'],
    ['Jose\u0301 Nun\u0303ez', 'José Nuñez'],
    ['e\u200b\u0301', 'é'],
    ['\u1100\u1175\u11b7\u1106\u1175\u11ab', '김민'],
    ['ﾊﾞ', 'バ'],
    ['555–0142 and 555—0142, 5−3', '555-0142 and 555-0142, 5-3'],
    ['Anne‐Marie Anne‑Marie', 'Anne-Marie Anne-Marie'],
    ['and so on…', 'and so on...'],
    ['👩\u200d👧\ufe0f', '👩👧'],
    // What says another thing in plain letters stays.
    ['Maya – or Leo—left, 5½ x² 4º 3.ª H₂O ™', 'Maya – or Leo—left, 5½ x² 4º 3.ª H₂O ™'],
    ['José Łukasz Nguyễn Zoë ʻOkina', 'José Łukasz Nguyễn Zoë ʻOkina'],
    ['\ud83d a \udc00', '\ud83d a \udc00'],
    ['a\r\n\tb\u2028c', 'a\r\n\tb\u2028c'],
    ['', ''],
  ])('%j', (given, expected) => {
    expect(normalize(given).text).toBe(expected);
  });

  test('a text with nothing to fold comes back as it is, with its places', () => {
    const text = 'Maya Lopez, 5th grade: "José" – Zoë\r\n';
    const read = normalize(text);
    expect(read.text).toBe(text);
    expect(read.toOriginal({ start: 3, end: 7 })).toEqual({ start: 3, end: 7 });
  });

  test.each<[given: string, part: string, original: string]>([
    ['xx 𝐌𝐚𝐲𝐚 left', 'Maya', '𝐌𝐚𝐲𝐚'],
    ['xx \u200bM\u200ba\u00adya\u200b left', 'Maya', 'M\u200ba\u00adya'],
    ['xx \u200bM\u200ba\u00adya\u200b left', 'left', 'left'],
    ['a Griﬃn b', 'Griffin', 'Griﬃn'],
    // A part of a character stands for the whole.
    ['a Griﬃn b', 'Grif', 'Griﬃ'],
    ['a Griﬃn b', 'in', 'ﬃn'],
    ['… Jose\u0301 …', 'José', 'Jose\u0301'],
    ['… Jose\u0301 …', ' José ', ' Jose\u0301 '],
    ['“Maya”', 'Maya', 'Maya'],
    ['\u200b\u200bMaya', 'Maya', 'Maya'],
    ['Maya\u200b\u200b', 'Maya', 'Maya'],
  ])('%j: %j stands at %j', (given, part, original) => {
    const { text, toOriginal } = normalize(given);
    const start = text.indexOf(part);
    const span = toOriginal({ start, end: start + part.length });
    expect(given.slice(span.start, span.end)).toBe(original);
  });

  test('each place of the whole text is mapped in order', () => {
    const given = '\u200b“Ｍaya” 𝐋opez\u0301… ﬁ\u00a0–1–2 👩\u200d👧 \u00ad\u00ade\u0301\u0323';
    const { text, toOriginal } = normalize(given);
    let end = 0;
    for (let at = 0; at < text.length; at++) {
      const span = toOriginal({ start: at, end: at + 1 });
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeGreaterThan(span.start);
      expect(span.end).toBeGreaterThanOrEqual(end);
      end = span.end;
    }
    expect(toOriginal({ start: 0, end: text.length })).toEqual({ start: 1, end: given.length });
  });

  test.each(['\u0301', '\u0301\u0323', '\u200b', 'e\u0301', '𝐌', '\ufdfa', '\u1100', '“', '\ufe0f\u200d'])(
    'a megabyte of %j comes to an end',
    (piece) => {
      expect(normalize(piece.repeat(2 ** 20 / piece.length)).text.length).toBeLessThan(2e7);
    },
  );
});

describe('findings of a text that is written in other characters', () => {
  test.each<[text: string, ...found: string[]]>([
    ['My student M\u200baya Lopez was late.', 'M\u200baya Lopez'],
    ['My student Ｍａｙａ　Ｌｏｐｅｚ was late.', 'Ｍａｙａ　Ｌｏｐｅｚ'],
    ['My student 𝐌𝐚𝐲𝐚 𝐋𝐨𝐩𝐞𝐳 was late.', '𝐌𝐚𝐲𝐚 𝐋𝐨𝐩𝐞𝐳'],
    ['My student Jose\u0301 Pen\u0303a was late.', 'Jose\u0301 Pen\u0303a'],
    ['My student Ma\u00adya Lo\u00adpez was late.', 'Ma\u00adya Lo\u00adpez'],
    ['My student Maya\u00a0Lopez was late.', 'Maya\u00a0Lopez'],
    ['My student Griﬃn Lopez was late.', 'Griﬃn Lopez'],
    ['My student Maya Lopez\u0301\u0323 was late.', 'Maya Lopez\u0301\u0323'],
    ['Student ID: ２０４４１８.', '２０４４１８'],
    ['Student ID: 20\u200b44\u206018.', '20\u200b44\u206018'],
    ['Call her mom at ５１２－５５５－０１４２.', '５１２－５５５－０１４２'],
    ['Call her mom at 512–555–0143.', '512–555–0143'],
    ['Write to ana＠example．org please.', 'ana＠example．org'],
    ['DOB: 𝟑/𝟒/𝟐𝟎𝟏𝟒.', '𝟑/𝟒/𝟐𝟎𝟏𝟒'],
  ])('%j', (text, ...found) => {
    const findings = detector.detect(text);
    expect(findings.map((finding) => textOf(text, finding))).toEqual(found);
    const redacted = redact(
      text,
      findings.map(({ span, entity }) => ({ span, surrogate: `[${entity}]` })),
    );
    const frame = text.split(new RegExp(found.join('|'), 'u'));
    expect(redacted.text).toBe(frame.flatMap((piece, i) => (i ? [`[${i}]`, piece] : [piece])).join(''));
    expect(restoreExact(redacted.text, redacted.mentions)).toBe(text);
  });

  test('mentions of one person are one entity, however they are written', () => {
    const text =
      'My student Maya Lopez was late. Then M\u200baya Lopez left. I asked Ｍａｙａ why. 𝐌𝐚𝐲𝐚 said no.';
    const findings = detector.detect(text).filter(({ category }) => category === 'person-name');
    expect(findings.map((finding) => textOf(text, finding))).toEqual([
      'Maya Lopez',
      'M\u200baya Lopez',
      'Ｍａｙａ',
      '𝐌𝐚𝐲𝐚',
    ]);
    expect(new Set(findings.map(({ entity }) => entity))).toEqual(new Set([1]));
  });

  test('places hold behind a slice that changed its length', () => {
    const text = `${'Plain “words” here… '.repeat(1200)}\nMy student M\u200baya Lopez was late.`;
    const findings = detector.detect(text);
    expect(findings.map((finding) => textOf(text, finding))).toEqual(['M\u200baya Lopez']);
  });
});
