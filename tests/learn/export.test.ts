/** The three files that a teacher can save: each read back the way its receiver would. */
import xapiWarnings from '@learninglocker/xapi-validation';
import { describe, expect, test } from 'vitest';
import { makeFile } from '../../components/learn-files.ts';
import { learnWords } from '../../components/learn-words.ts';
import { modulesIn } from '../../lib/learn/curriculum.ts';
import { readWho, type Who } from '../../lib/learn/export/record.ts';
import type { Statement } from '../../lib/learn/export/xapi.ts';
import { advance, LESSON, NO_PROGRESS, type Progress } from '../../lib/learn/progress.ts';

const ID = '6a3c1e2e-9c1f-4d3b-8f1e-0a1b2c3d4e5f';
const DANA: Who = { name: 'Dana Whitfield', email: 'd.whitfield@example.org', school: 'Comet Middle School' };
const modules = modulesIn('en');
const tell = (progress: Progress, module: string, parts: string[], day: string, seconds = 0) => {
  const events = [
    { kind: 'spent', module, seconds } as const,
    ...parts.map((part) => ({ kind: 'read', module, part }) as const),
    ...parts.filter((part) => part !== LESSON).map((tip) => ({ kind: 'right', module, tip }) as const),
  ];
  return events.reduce((before, event) => advance(before, event, day, modules), progress);
};
const whole = (at: number) => [LESSON, ...modules[at]!.tips.map(({ id }) => id)];
/** The first module done, the second begun. */
const PROGRESS: Progress = {
  ...tell(tell(NO_PROGRESS, 'M1', whole(0), '2026-11-28', 400), 'M2', ['m2-scores'], '2026-11-30', 20),
  id: ID,
};

function save(kind: 'csv' | 'xapi' | 'badge', who = DANA, progress = PROGRESS, language = 'en-US') {
  const t = learnWords(language);
  const source = { modules: modulesIn(language), progress, who, t, language, today: '2026-11-30' };
  return makeFile(kind, source);
}

/** Reads CSV by RFC 4180, as a program would that knows nothing of ours. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  for (let found = cell.exec(text); found && found[0] !== ''; found = cell.exec(text)) {
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] !== ',') {
      rows.push(row);
      row = [];
    }
  }
  expect(cell.lastIndex === 0 || row.length === 0).toBe(true);
  return rows;
}

describe('whose record it is', () => {
  test.each<[string, Partial<Who>, Who | string]>([
    ['spaces and lines', { name: '  Dana \n Whitfield\t' }, 'Dana Whitfield'],
    ['only a name', { email: '', school: ' ' }, 'Dana Whitfield'],
    ['letters of any kind', { name: 'Nguyễn Thị Ánh' }, 'Nguyễn Thị Ánh'],
    ['an apostrophe', { name: "Siobhán O'Neil-Šarić" }, "Siobhán O'Neil-Šarić"],
  ])('%s', (_what, typed, name) => {
    expect(readWho({ ...DANA, ...typed })).toMatchObject({ who: { name } });
  });

  test.each<[string, Partial<Who>, string]>([
    ['no name', { name: ' \n' }, 'name'],
    ['no address', { email: 'dana at example.org' }, 'email'],
    ['two addresses', { email: 'a@example.org b@example.org' }, 'email'],
    ['an address with a line break', { email: 'a@example.org\nbcc:b@example.org' }, 'email'],
  ])('%s is a problem', (_what, typed, problem) => {
    expect(readWho({ ...DANA, ...typed })).toEqual({ problem });
  });
});

describe('the list of hours', () => {
  const rows = (who = DANA, language = 'en-US') =>
    readCsv(save('csv', who, PROGRESS, language).text.slice(1));

  test('has a line for each module that was begun', () => {
    const { text, name } = save('csv');
    expect(name).toBe('chalkline-hours-2026-11-30.csv');
    expect(text.startsWith('\uFEFFname,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const [dana, mail, school] = [DANA.name, DANA.email, DANA.school];
    expect(rows()).toEqual([
      [
        ...['name', 'email', 'school', 'module', 'title'],
        ...['date_done', 'minutes', 'questions_right', 'questions'],
      ],
      [dana, mail, school, 'M1', 'Before you type', '2026-11-28', '7', '6', '6'],
      [dana, mail, school, 'M2', 'What counts as student data', '', '1', '1', '6'],
    ]);
  });

  test('has the titles of the language', () => {
    expect(rows(DANA, 'es-MX')[1]?.[4]).toBe('Antes de escribir');
  });

  test.each(['Whitfield, Dana', 'Dana "DW" Whitfield', 'Dana, "DW"', "O'Neil", '王小明', '"'])(
    'gives %s back as it is',
    (name) => {
      expect(rows({ ...DANA, name })[1]?.[0]).toBe(name);
    },
  );

  test.each([
    '=1+1',
    '=HYPERLINK("https://example.org","x")',
    '+15550142',
    '-2+3',
    '@SUM(A1:A9)',
    '＝1+1',
    '\t=1+1',
    ' =1+1',
    '\r=1+1',
  ])('makes %j harmless', (formula) => {
    for (const cell of [
      rows({ ...DANA, name: formula })[1]?.[0],
      rows({ ...DANA, school: formula })[1]?.[2],
    ]) {
      expect(cell).toBe(`'${formula}`);
    }
  });
});

describe('the statements', () => {
  const statements = (who = DANA, progress = PROGRESS, language = 'en-US'): Statement[] =>
    JSON.parse(save('xapi', who, progress, language).text);
  const UUID = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

  test.each<[string, Partial<Who>, string]>([
    ['with all that can be typed', {}, 'en-US'],
    ['with a name alone', { email: '', school: '' }, 'en-US'],
    ['in Spanish', {}, 'es-419'],
    ['with an accent in the address', { email: 'josé/a?b&c@example.org' }, 'es'],
    ['with an awkward name', { name: '"><script>', email: "o'neil+pd@mail.example.org" }, 'es'],
  ])('are valid by an LRS’s own validator, %s', (_what, typed, language) => {
    const all = statements({ ...DANA, ...typed }, PROGRESS, language);
    expect(all.length).toBe(16);
    for (const one of all) {
      expect(xapiWarnings(one)).toEqual([]);
      // What that validator takes more lightly than the specification (xAPI 1.0.3, part two, 2.4 and 4.5).
      expect(one.id).toMatch(UUID);
      expect(one.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(one.verb.id).toMatch(
        /^http:\/\/adlnet\.gov\/expapi\/verbs\/(?:experienced|answered|completed)$/,
      );
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test('are judged by a validator that can fail', () => {
    const [good] = statements();
    for (const bad of [
      { ...good, actor: { objectType: 'Agent', name: 'Dana' } },
      { ...good, actor: { ...good!.actor, account: { homePage: 'https://example.org', name: 'x' } } },
      { ...good, verb: { id: 'completed' } },
      { ...good, result: { duration: '5 minutes' } },
      { ...good, id: '7' },
      { ...good, hello: 1 },
    ]) {
      expect(xapiWarnings(bad).length).toBeGreaterThan(0);
    }
  });

  test('tell what was read, answered and done, by day', () => {
    const all = statements();
    const kinds = (verb: string) => all.filter((one) => one.verb.id.endsWith(`/${verb}`));
    expect([kinds('experienced').length, kinds('answered').length]).toEqual([8, 7]);
    expect(kinds('completed')).toMatchObject([
      {
        object: { id: 'https://example.org/chalkline/module/M1' },
        result: { completion: true, duration: 'PT7M' },
        timestamp: '2026-11-28T12:00:00.000Z',
      },
    ]);
    expect(kinds('answered').at(-1)).toMatchObject({
      object: { id: 'https://example.org/chalkline/question/m2-scores' },
      result: { success: true },
      timestamp: '2026-11-30T12:00:00.000Z',
    });
  });

  test('name the teacher by what was typed and nothing else', () => {
    expect(statements()[0]?.actor).toEqual({
      ...{ objectType: 'Agent', name: DANA.name, mbox: `mailto:${DANA.email}` },
    });
    const [plain] = statements({ name: 'Dana', email: '', school: '' });
    const account = { homePage: 'https://example.org/chalkline', name: ID };
    expect(plain?.actor).toEqual({ objectType: 'Agent', name: 'Dana', account });
    expect(plain?.context.extensions).toBeUndefined();
  });

  test('have the same numbers when they are exported again, and others for other facts', () => {
    const ids = (progress = PROGRESS) => statements(DANA, progress).map(({ id }) => id);
    expect(ids()).toEqual(ids());
    const more = tell(PROGRESS, 'M2', ['m2-housing'], '2026-12-01');
    expect(ids(more).filter((id) => !ids().includes(id))).toHaveLength(2);
    const other = ids({ ...PROGRESS, id: crypto.randomUUID() });
    expect(other.filter((id) => ids().includes(id))).toEqual([]);
  });
});

describe('the evidence for a badge', () => {
  /** What the document may hold (Open Badges 3.0, B.1), by kind: what must be there, and what may. */
  const SHAPES: Record<string, [must: string[], may: string[]]> = {
    AchievementCredential: [
      ['@context', 'id', 'type', 'issuer', 'validFrom', 'credentialSubject'],
      ['name', 'description', 'evidence'],
    ],
    Profile: [['id', 'type'], ['name']],
    AchievementSubject: [
      ['type', 'achievement'],
      ['id', 'identifier'],
    ],
    IdentityObject: [['type', 'hashed', 'identityHash', 'identityType'], []],
    Achievement: [['id', 'type', 'name', 'description', 'criteria'], ['achievementType']],
    Evidence: [['type'], ['name', 'description', 'narrative', 'genre']],
  };

  /** Every part of it against its kind; the kinds that were seen. */
  function check(part: unknown, seen: string[] = []): string[] {
    if (Array.isArray(part)) for (const one of part) check(one, seen);
    else if (typeof part === 'object' && part !== null) {
      const { type } = part as { type?: string | string[] };
      const kind = [type ?? []].flat().find((one) => Object.hasOwn(SHAPES, one));
      if (kind) {
        const [must, may] = SHAPES[kind]!;
        const keys = Object.keys(part);
        expect(must.filter((key) => !keys.includes(key))).toEqual([]);
        expect(keys.filter((key) => ![...must, ...may].includes(key))).toEqual([]);
        seen.push(kind);
      }
      for (const one of Object.values(part)) check(one, seen);
    }
    return seen;
  }

  test.each(['en-US', 'es-MX'])('has the form of an AchievementCredential (%s)', (language) => {
    const document = JSON.parse(save('badge', DANA, PROGRESS, language).text);
    expect(new Set(check(document))).toEqual(new Set(Object.keys(SHAPES)));
    expect(document['@context'][0]).toBe('https://www.w3.org/ns/credentials/v2');
    expect(document.id).toMatch(/^urn:uuid:[\da-f-]{36}$/);
    expect(document.validFrom).toBe('2026-11-28T12:00:00.000Z');
    expect(document.type).toEqual(['VerifiableCredential', 'AchievementCredential']);
  });

  test('says that it is unsigned, and that nobody has issued it', () => {
    const document = JSON.parse(save('badge').text);
    expect(document.name).toMatch(/^Unsigned evidence: /);
    expect(document.description).toMatch(/not a badge\. Nobody has signed it/);
    expect(document.issuer.id).toBe('urn:uuid:00000000-0000-0000-0000-000000000000');
    expect(document).not.toHaveProperty('proof');
    expect(JSON.parse(save('badge', DANA, PROGRESS, 'es').text).name).toMatch(/^Evidencia sin firmar: /);
  });

  test('has the modules that are done, and whose they are', () => {
    const document = JSON.parse(save('badge').text);
    expect(document.evidence.map(({ name }: { name: string }) => name)).toEqual(['M1: Before you type']);
    expect(document.evidence[0].narrative).toContain(
      'Questions answered right: 6 of 6. Minutes, by estimate: 7.',
    );
    const hashes = document.credentialSubject.identifier.map(
      (one: { identityHash: string }) => one.identityHash,
    );
    expect(hashes).toEqual([DANA.name, DANA.email]);
  });
});

test('no file has a name of a person in its name', () => {
  for (const kind of ['csv', 'xapi', 'badge'] as const) {
    expect(save(kind).name).toMatch(/^chalkline-[a-z-]+-2026-11-30\.(?:csv|json)$/);
  }
});
