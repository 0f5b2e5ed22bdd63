import { describe, expect, test } from 'vitest';
import { linkEntities } from '../../lib/detect/entity.ts';
import type { Candidate, Finding, Role } from '../../lib/detect/finding.ts';
import { detector, textOf } from './load.ts';

/** The groups of mentions, in order of entity. */
function groups(text: string): string[][] {
  const found: string[][] = [];
  for (const finding of detector.detect(text)) {
    found[finding.entity - 1] ??= [];
    found[finding.entity - 1]!.push(textOf(text, finding));
  }
  return found;
}

describe('linking', () => {
  test.each<[string, string[][]]>([
    ["Maya Lopez left. Maya's essay. My student M. Lopez left.", [['Maya Lopez', 'Maya', 'M. Lopez']]],
    ['Maya Lopez and Maya Chen met. Maya left.', [['Maya Lopez'], ['Maya Chen'], ['Maya']]],
    ['Maya Lopez and Ana Lopez met. Lopez left.', [['Maya Lopez'], ['Ana Lopez'], ['Lopez']]],
    [
      'Maya R. Lopez and Maya T. Lopez met. Maya Lopez left.',
      [['Maya R. Lopez'], ['Maya T. Lopez'], ['Maya Lopez']],
    ],
    [
      'Juan Carlos Pérez was late again. Juan Carlos said the bus broke down.',
      [['Juan Carlos Pérez', 'Juan Carlos']],
    ],
    ['Mary Ann Lopez was late. Mary Ann and Mary sat.', [['Mary Ann Lopez', 'Mary Ann', 'Mary']]],
    [
      'Garcia Lopez, Ana\nDe la Cruz, Maria\nVan Dyke, Tom',
      [['Garcia Lopez, Ana'], ['De la Cruz, Maria'], ['Van Dyke, Tom']],
    ],
    ['Maya Lopez met Ms. Lopez.', [['Maya Lopez'], ['Lopez']]],
    ['The principal, Mr. Daniel Park, spoke. Mr. Park left.', [['Daniel Park', 'Park']]],
    ['Marcus Bell met Marcus Bell Jr.', [['Marcus Bell'], ['Marcus Bell Jr.']]],
    ['Benjamin "Ben" Carter came. Then Ben left.', [['Benjamin "Ben" Carter', 'Ben']]],
    ['José Ruiz, then Jose\u0301 Ruiz.', [['José Ruiz', 'Jose\u0301 Ruiz']]],
    [
      'A@example.com or a@example.com, b@example.com',
      [['A@example.com', 'a@example.com'], ['b@example.com']],
    ],
    ['512-555-0142 or (512) 555-0142', [['512-555-0142', '(512) 555-0142']]],
    ['ID: S-10433 and student id S10433', [['S-10433', 'S10433']]],
  ])('%s', (text, expected) => {
    expect(groups(text)).toEqual(expected);
  });
});

const isGiven = (word: string) => ['juan', 'carlos', 'mary', 'ann', 'maya', 'ana'].includes(word);

/** Links names as they are marked in a text: `[Maya Lopez]`, or with a role `[staff: Lopez]`. */
function linked(marked: string): { text: string; findings: Finding[] } {
  let text = '';
  const candidates: Candidate[] = [];
  for (const part of marked.split(/(\[[^\]]+\])/)) {
    const name = /^\[(?:(\w+): )?(.+)\]$/.exec(part);
    const plain = name?.[2] ?? part;
    if (name)
      candidates.push({
        span: { start: text.length, end: text.length + plain.length },
        category: 'person-name',
        score: 1,
        recognizer: 'test',
        role: (name[1] as Role) ?? 'unknown',
        because: [],
      });
    text += plain;
  }
  return { text, findings: linkEntities(text, candidates, isGiven) };
}

/** Who each ambiguous mention may be: its text, and the first mentions of the people it fits. */
function ambiguous(marked: string): [string, string[]][] {
  const { text, findings } = linked(marked);
  const first = (entity: number) => textOf(text, findings.find((finding) => finding.entity === entity)!);
  return findings.flatMap((finding): [string, string[]][] =>
    finding.fits ? [[textOf(text, finding), finding.fits.map(first)]] : [],
  );
}

describe('ambiguous mentions', () => {
  test.each<[marked: string, expected: [string, string[]][]]>([
    [
      '[Maya Lopez] and [Maya Chen] met. [Maya] left. Then [student: Maya] read.',
      [
        ['Maya', ['Maya Lopez', 'Maya Chen']],
        ['Maya', ['Maya Lopez', 'Maya Chen']],
      ],
    ],
    ['[Maya] was absent. I asked [Maya Chen] and [Maya Lopez].', [['Maya', ['Maya Chen', 'Maya Lopez']]]],
    [
      '[Ana Lopez] and [Marco Lopez] are new. The [Lopez] twins sit in front.',
      [['Lopez', ['Ana Lopez', 'Marco Lopez']]],
    ],
    [
      '[Maya Lopez] and [Marco Lopez] are new. [M. Lopez] forgot. [Lopez] came.',
      [
        ['M. Lopez', ['Maya Lopez', 'Marco Lopez']],
        ['Lopez', ['Maya Lopez', 'Marco Lopez']],
      ],
    ],
    [
      '[Benjamin "Ben" Carter] and [Ben Ruiz] met. [Ben] left.',
      [['Ben', ['Benjamin "Ben" Carter', 'Ben Ruiz']]],
    ],
    [
      '[Maya R. Lopez] and [Maya T. Lopez] met. [Maya Lopez] left. [Maya] cried.',
      [
        ['Maya Lopez', ['Maya R. Lopez', 'Maya T. Lopez']],
        ['Maya', ['Maya R. Lopez', 'Maya T. Lopez']],
      ],
    ],
    [
      'Ms. [staff: Ana Lopez] and Ms. [staff: Rosa Lopez] teach. Ms. [staff: Lopez] called.',
      [['Lopez', ['Ana Lopez', 'Rosa Lopez']]],
    ],
    ['[Maya Lopez] and [Marco Lopez] met Ms. [staff: Lopez].', []],
    ['[student: Maya Lopez] met Ms. [staff: Lopez]. Then [Maya] left with Ms. [staff: Lopez].', []],
    ['[Maya Lopez] and [Ana Chen] met. [Maya] left. [M. Lopez] came back. [Chen] stayed.', []],
    ['[Maya Lopez] reads. [Lopez, Maya] is absent. [M. Lopez] called.', []],
    ['[Marcus Bell] and [Marcus Bell Jr.] met. [Marcus Bell Jr.] left.', []],
    ['[Maya] and [Ana] met. [Maya] left.', []],
    [
      '[Juan Carlos Pérez] and [Juan Carlos Ruiz] met. [Juan Carlos] left.',
      [['Juan Carlos', ['Juan Carlos Pérez', 'Juan Carlos Ruiz']]],
    ],
  ])('%s', (marked, expected) => {
    expect(ambiguous(marked)).toEqual(expected);
  });

  test('who has given names alone is who has them before a surname, but a first and a last name are somebody', () => {
    const people = (marked: string) => linked(marked).findings.map(({ entity }) => entity);
    expect(people('[Juan Carlos Pérez] left. [Juan Carlos] cried. [Juan] too.')).toEqual([1, 1, 1]);
    expect(people('[Maya Mills Tso] read of [Maya Mills].')).toEqual([1, 2]);
    expect(people('[Juan Carlos Pérez] met Mr. [staff: Juan Carlos].')).toEqual([1, 2]);
  });

  test('stay people of their own', () => {
    const { findings } = linked('[Maya Lopez] and [Maya Chen] met. [Maya] left.');
    expect(findings.map(({ entity, fits }) => [entity, fits])).toEqual([
      [1, undefined],
      [2, undefined],
      [3, [1, 2]],
    ]);
  });
});
