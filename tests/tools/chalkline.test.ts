import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type FormatId, writeFile } from '../../lib/policy/formats/write-file.ts';
import { ownFolder, run, TOOL } from './command-line.ts';

const LETTER =
  'Student Maya Lopez (student ID 204418) met Ms. Ortiz.\r\n👩🏽‍🏫\u00a0Write to maya@example.org or (555) 555-0142.\r\nMaya Lopez is [Student 1].';

const TARGETS = {
  chrome: { id: 'a'.repeat(32), url: '' },
  edge: { id: 'b'.repeat(32), url: '' },
  firefox: { id: 'chalkline@example.org', url: '' },
};

const { path, file } = ownFolder();

describe('scan', () => {
  test('json: what was found, where, and why as codes', () => {
    const { exit, out, err } = run(['scan', '--format', 'json'], LETTER);
    expect([exit, err]).toEqual([0, '']);
    const { findings } = JSON.parse(out) as { findings: Record<string, unknown>[] };
    const by = (text: string) => findings.filter((f) => f.text === text);
    expect(by('Maya Lopez')).toHaveLength(2);
    expect(by('Maya Lopez')[0]).toMatchObject({
      start: 8,
      end: 18,
      category: 'person-name',
      action: 'review',
    });
    expect(by('Maya Lopez')[0]!.entity).toBe(by('Maya Lopez')[1]!.entity);
    expect(by('maya@example.org')[0]).toMatchObject({ category: 'email', score: expect.any(Number) });
    for (const f of findings) {
      expect(LETTER.slice(f.start as number, f.end as number)).toBe(f.text);
      expect(f.because).toEqual(expect.arrayContaining([expect.any(String)]));
    }
  });

  test('text: one line a finding', () => {
    const { exit, out } = run(['scan', file('letter.txt', 'Hello\nwrite to maya@example.org')]);
    expect(exit).toBe(0);
    expect(out).toMatch(/^2:10 email \d\.\d\d review \[[a-z-]+(, [a-z-]+)*\] "maya@example\.org"\n$/);
  });

  test('jsonl: one line for each line, a bad one does not stop the rest', () => {
    const lines = [
      '{"id":"a","text":"maya@example.org \\ud800"}',
      'Maya Lopez',
      '{"id":2,"text":"fine"}',
      '{"id":[],"text":""}',
    ];
    const { exit, out, err } = run(['scan', '-', '--format=jsonl'], `${lines.join('\r\n')}\n`);
    expect(exit).toBe(2);
    expect(err.split('\n')).toHaveLength(2);
    expect(`${out}${err}`).not.toContain('Lopez');
    const rows = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows).toMatchObject([
      {
        id: 'a',
        findings: [{ start: 0, end: 16, text: 'maya@example.org' }],
        advice: [],
        languageUnsure: false,
      },
      { id: null, error: expect.any(String) },
      { id: 2, findings: [], advice: [], languageUnsure: false },
      { id: null, error: expect.any(String) },
    ]);
  });

  test('says where a text is in a language that is not read', () => {
    const vietnamese = 'hôm nay cháu không đi học được vì cháu bị ốm từ hôm qua. ID: 204418';
    const line = JSON.stringify({ id: 1, text: vietnamese });
    const rows = run(['scan', '--format', 'jsonl'], `${line}\n{"id":2,"text":"A lesson."}\n`);
    expect(rows.err).toBe('');
    const [first, second] = rows.out
      .trimEnd()
      .split('\n')
      .map((row) => JSON.parse(row));
    expect(first).toMatchObject({ id: 1, findings: [{ text: '204418' }], languageUnsure: true });
    expect(second).toEqual({ id: 2, findings: [], advice: [], languageUnsure: false });
    const notice = 'I read English and Spanish. I may miss names here.\n';
    expect(run(['scan'], vietnamese)).toMatchObject({ exit: 0, err: notice });
    expect(run(['redact', '--aliases', path('vi.json')], vietnamese)).toMatchObject({ exit: 0, err: notice });
    expect(JSON.parse(run(['scan', '--format', 'json'], vietnamese).out).languageUnsure).toBe(true);
  }, 30_000);

  test('says where a student is judged beside a cue, and not where the policy has that turned off', () => {
    const draft = 'Thank you.\nGrade this essay by my Black student.';
    const json = (...args: string[]) => JSON.parse(run(['scan', '--format', 'json', ...args], draft).out);
    expect(json().advice).toEqual([{ code: 'bias', task: 'grade', cue: 'race' }]);
    expect(run(['scan'], draft).out).toContain('2:1 bias grade race\n');
    expect(run(['scan', '--check'], draft).exit).toBe(0);
    const policy = file('off.json', '{"topicsOff": ["bias"]}');
    expect(json('--policy', policy).advice).toEqual([]);
    expect(run(['scan', '--policy', policy], draft).out).not.toContain('bias');
  }, 30_000);

  test('says whom a first name may be that fits two', () => {
    const { out } = run(
      ['scan', '--format', 'json'],
      'My students Maya Lopez and Maya Chen sat down. Maya left.',
    );
    const { findings } = JSON.parse(out) as { findings: Record<string, unknown>[] };
    expect(findings.map(({ entity, fits }) => [entity, fits])).toEqual([
      [1, undefined],
      [2, undefined],
      [3, [1, 2]],
    ]);
  });

  test('--check ends with 3 on an alarm only', () => {
    expect(run(['scan', '--check'], 'maya@example.org').exit).toBe(3);
    expect(run(['scan', '--check'], 'Plan a lesson on fractions.').exit).toBe(0);
    const policy = file('quiet.json', '{"rules": {"email": "note"}}');
    const { exit, out } = run(['scan', '--check', '--policy', policy], 'maya@example.org');
    expect([exit, out.includes(' note ')]).toEqual([0, true]);
  });

  test('--min-score, --class-list, own terms, --withhold', () => {
    const list = file('class.csv', 'first,last\nZyx,Qwert\n');
    const policy = file('terms.json', '{"customTerms": ["project falcon"], "extra": 1}');
    const args = ['scan', '--format', 'json', '--class-list', list, '--policy', policy];
    const { out, err, exit } = run(
      [...args, '--min-score', '1'],
      'zyx qwert of Project Falcon, m@example.org',
    );
    expect(JSON.parse(out).findings).toMatchObject([
      {
        text: 'zyx qwert',
        category: 'person-name',
        role: 'student',
        action: 'review',
        because: ['class-list'],
      },
      { text: 'Project Falcon', category: 'custom', action: 'review', because: ['custom-term'] },
    ]);
    expect([exit, err]).toEqual([0, 'policy not understood in: extra\n']);

    const forms = run(
      ['scan', '--class-list', list],
      'Zyx Qwert was out. then Z. Qwert and Zyx left, Zyx2 not',
    );
    expect(forms.out.match(/review .*"(.*)"/g)?.map((line) => line.split('"')[1])).toEqual([
      'Zyx Qwert',
      'Z. Qwert',
      'Zyx',
    ]);
    // The same name in a lesson may be anybody's, as in the extension.
    const lesson = 'Zyx has 12 apples and gives away 5. How many are left?';
    expect(run(['scan', '--check', '--class-list', list], lesson).exit).toBe(
      run(['scan', '--check'], lesson).exit,
    );

    const listed = 'The poster shows Maya Lopez.';
    expect(run(['scan'], listed).out).toMatch(/name-list.*Maya Lopez/);
    const words = file('words.txt', 'MAYA\nlopez\n');
    expect(run(['scan', '--withhold', words], listed).out).not.toContain('name-list');
  });

  test('--policy: patterns, shapes of ids, schools and staff domains', () => {
    const policy = file(
      'own.json',
      JSON.stringify({
        customPatterns: ['KD-(', 'LC-\\d{4}'],
        idFormats: ['S-#####'],
        schoolNames: ['Elm Middle School'],
        staffDomains: ['staff.example.org'],
      }),
    );
    const draft = 'LC-2044 and S-12345 at elm middle school. Ask d@staff.example.org.';
    const { out, err } = run(['scan', '--policy', policy], draft);
    expect(out).toBe(
      [
        '1:1 custom 1.00 review [custom-pattern] "LC-2044"',
        '1:13 student-id 1.00 review [id-format] "S-12345"',
        '1:24 school 1.00 review [school-name] "elm middle school"',
        '1:47 email 0.98 note [shape, staff-domain] "d@staff.example.org"\n',
      ].join('\n'),
    );
    expect(err).toBe('policy not understood in: customPatterns.0\n');

    const checked = run(['policy', 'check', policy]);
    expect([checked.exit, checked.out]).toEqual([
      1,
      expect.stringMatching(/^1:20 customPatterns\.0: no pattern of RE2: missing closing \)\n$/),
    ]);
  });

  test.each<FormatId>(['plain', 'google', 'linux', 'firefox', 'registry', 'detect', 'mac'])(
    '--policy: in the file for %s',
    (format) => {
      const { name, text } = writeFile(format, { customTerms: ['project kite'] }, TARGETS);
      const policy = file(`of-${name}`, text);
      expect(run(['scan', '--policy', policy], 'Project Kite')).toMatchObject({
        out: '1:1 custom 1.00 review [custom-term] "Project Kite"\n',
        err: '',
      });
    },
  );

  test('a FILE is read in its own encoding', () => {
    const text = 'Señora, write to maya@example.org';
    const utf16 = file('utf16.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
    const ansi = file('ansi.txt', Buffer.from(text, 'latin1'));
    const utf8 = file('utf8.txt', text);
    for (const name of [utf16, ansi, utf8]) expect(run(['scan', name]).out).toMatch(/^1:18 email /);
  });
});

describe('redact and restore', () => {
  test('there and back, to the byte', () => {
    const aliases = path('letter.json');
    const redacted = run(['redact', '-', '--aliases', aliases], LETTER);
    expect([redacted.exit, redacted.err]).toEqual([0, '']);
    for (const secret of ['Maya', 'Lopez', '204418', 'example.org', '0142'])
      expect(redacted.out).not.toContain(secret);
    // [Student 1] stands in the input already, so it is nobody else's.
    expect(redacted.out).toMatch(/^Student \[Student 2\] \(student ID \[ID 1\]\)/);
    expect(redacted.out).toMatch(/\[Student 2\] is \[Student 1\]\.$/);

    const stored = JSON.parse(readFileSync(aliases, 'utf8'));
    expect(stored.version).toBe(1);
    expect(stored.sha256).toBe(createHash('sha256').update(redacted.bytes).digest('hex'));
    expect(stored.aliases).toContainEqual({
      surrogate: '[Student 2]',
      original: 'Maya Lopez',
      category: 'person-name',
      entity: expect.any(Number),
    });
    const last = stored.mentions.at(-1);
    expect(redacted.out.slice(last.start, last.end)).toBe('[Student 2]');
    expect(last.original).toBe('Maya Lopez');

    const restored = run(['restore', '--aliases', aliases], redacted.bytes);
    expect(restored.exit).toBe(0);
    expect(restored.bytes.equals(Buffer.from(LETTER))).toBe(true);

    const answer = run(['restore', '-', '--aliases', aliases], 'Dear [Student 2], not [Student 22]');
    expect(answer.out).toBe('Dear Maya Lopez, not [Student 22]');
    expect(answer.err).toBe('not known: [Student 22]\n');

    const spanish = path('spanish.json');
    const note = 'Estimada familia: Maya Lopez llegó tarde a la escuela y no hizo la tarea.';
    const inSpanish = run(['redact', '-', '--aliases', spanish], note);
    expect(inSpanish.out).toBe(note.replace('Maya Lopez', '[Estudiante 1]'));
    expect(JSON.parse(readFileSync(spanish, 'utf8')).aliases).toMatchObject([
      { surrogate: '[Estudiante 1]', original: 'Maya Lopez' },
    ]);
    expect(run(['restore', '-', '--aliases', spanish], '[Estudiante 1] y Student 1').out).toBe(
      'Maya Lopez y Maya Lopez',
    );

    const general = path('general.json');
    const styles = file('styles.json', '{"aliasStyles":{"record-date":"generalize","school":"generalize"}}');
    const record = 'Maya Lopez called on March 3. She goes to Oak Middle School.';
    const said = run(['redact', '-', '--policy', styles, '--aliases', general], record);
    expect(said.out).toBe('[Student 1] called in early March. She goes to a middle school.');
    expect(JSON.parse(readFileSync(general, 'utf8')).aliases).toMatchObject([{ surrogate: '[Student 1]' }]);
    expect(run(['restore', '-', '--aliases', general], said.bytes).out).toBe(record);
    const reply = '[Student 1] called in early March from a middle school.';
    expect(run(['restore', '-', '--aliases', general], reply).out).toBe(
      reply.replace('[Student 1]', 'Maya Lopez'),
    );

    const changed = '**student 2**, Student-2 and [Estudiante 2]’s ID (ID 1 of 3), [id-1], Student 2 of 30';
    const again = run(['restore', '-', '--aliases', aliases], changed);
    expect(again.out).toBe(
      '**Maya Lopez**, Maya Lopez and Maya Lopez’s ID (ID 1 of 3), 204418, Student 2 of 30',
    );
    expect(again.err).toBe('');
  });

  test('a UTF-8 mark, an empty text and a clean one come through unchanged', () => {
    for (const [i, text] of ['\uFEFFtwo\r\nlines', '', 'no end of line', '\n'].entries()) {
      const aliases = path(`clean${i}.json`);
      const redacted = run(['redact', file(`clean${i}.txt`, text), '--aliases', aliases]);
      expect(redacted.bytes.equals(Buffer.from(text))).toBe(true);
      expect(JSON.parse(readFileSync(aliases, 'utf8'))).toMatchObject({ aliases: [], mentions: [] });
      expect(run(['restore', '--aliases', aliases], text).bytes.equals(Buffer.from(text))).toBe(true);
    }
  });

  test('notes go with --everything only', () => {
    const policy = file('notes.json', '{"rules": {"email": "note"}}');
    const args = ['redact', '--policy', policy, '--aliases', path('notes.out.json')];
    expect(run(args, 'to m@example.org').out).toBe('to m@example.org');
    expect(run([...args, '--everything'], 'to m@example.org').out).toBe('to [Email 1]');
  });

  test('the draft is never overwritten', () => {
    const draft = file('draft.txt', 'maya@example.org');
    expect(run(['redact', draft, '--aliases', draft]).exit).toBe(2);
    expect(readFileSync(draft, 'utf8')).toBe('maya@example.org');
  });
});

test('policy hash is the same however a policy is written', () => {
  const hash = (policy: string) => run(['policy', 'hash'], policy).out;
  const one = hash('{"rules":{"phone":"block","email":"off"},"allowPause":false}');
  expect(one).toMatch(/^[0-9a-f]{64}\n$/);
  expect(hash('{"allowPause": false, "rules": {"email": "off", "phone": "block"}, "future": 1}')).toBe(one);
  expect(hash('{"allowPause":true}')).not.toBe(one);
  expect(hash('{}')).toBe('none\n');
  expect(run(['policy', 'hash'], '{').exit).toBe(1);
  const policy = { allowPause: false, rules: { email: 'off', phone: 'block' } };
  expect(hash(writeFile('mac', policy, TARGETS).text)).toBe(one);
});

test('policy check', () => {
  const good = run(['policy', 'check', file('good.json', '{"rules": {"email": "block"}}')]);
  expect([good.exit, good.out]).toEqual([0, 'The policy is valid.\n']);
  const bad = run(['policy', 'check', file('bad.json', '{\n  "rules": {"emial": "block"}\n}')]);
  expect([bad.exit, bad.out]).toEqual([1, '2:13 rules.emial: no such rule; did you mean email?\n']);
  const site = run(['policy', 'check', file('site.json', '{"sitesOff": ["claude", "chatgtp"]}')]);
  expect([site.exit, site.out]).toEqual([1, '1:25 sitesOff.1: no such site; did you mean chatgpt?\n']);
});

describe('policy check of a file for a browser', () => {
  const check = (format: FormatId, policy: object, encoding: BufferEncoding = 'utf8') => {
    const { name, text } = writeFile(format, policy, TARGETS);
    const bytes = Buffer.from(encoding === 'utf16le' ? `\uFEFF${text}` : text, encoding);
    const { exit, out } = run(['policy', 'check', file(name, bytes)]);
    return [exit, out];
  };

  test.each<[FormatId, string]>([
    ['google', "for Google's Admin console"],
    ['linux', 'for Chrome, Chromium or Edge on Linux'],
    ['firefox', "Firefox's policies.json"],
    ['registry', 'registry of Windows'],
    ['detect', 'PowerShell for Intune'],
    ['remediate', 'PowerShell for Intune'],
    ['mac', 'profile for macOS'],
  ])('%s', (format, kind) => {
    expect(check(format, { rules: { email: 'block' } })).toEqual([0, `The policy is valid (${kind}).\n`]);
    const [exit, out] = check(format, { rules: { emial: 'block' } });
    expect(exit).toBe(1);
    const place = ['google', 'linux', 'firefox'].includes(format) ? /^\d+:\d+ / : /^/;
    expect(out).toMatch(new RegExp(`${place.source}rules\\.emial: no such rule; did you mean email\\?\\n$`));
  });

  test('as regedit saves it, in UTF-16', () => {
    expect(check('registry', { allowPause: 'no' }, 'utf16le')).toEqual([
      1,
      'allowPause: write true or false\n',
    ]);
  });

  test('a file that only installs the extension, and what stands beside a policy', () => {
    expect(check('install-chrome', {})).toEqual([0, 'No policy of Chalkline is in it.\n']);
    const beside = '{"3rdparty":{"extensions":{}},"HomepageLocation":"x"}';
    expect(run(['policy', 'check', file('beside.json', beside)])).toMatchObject({
      exit: 0,
      out: 'No policy of Chalkline is in it.\n',
      err: 'not looked at: HomepageLocation\n',
    });
  });
});

const TWO = JSON.stringify({
  '3rdparty': { extensions: { a: { allowPause: true }, b: { allowPause: false } } },
});

test.each<[string, string[], string | Uint8Array, number]>([
  ['no command', [], '', 2],
  ['an unknown command', ['sacn'], '', 2],
  ['an unknown option', ['scan', '--fast'], '', 2],
  ['an unknown format', ['scan', '--format', 'xml'], '', 2],
  ['a score out of range', ['scan', '--min-score', '2'], '', 2],
  ['no score', ['scan', '--min-score', ''], '', 2],
  ['two files', ['scan', 'a', 'b'], '', 2],
  ['a file that is not there', ['scan', 'no-such-file'], '', 2],
  ['input that is not UTF-8', ['scan'], Buffer.from('Maya Lopez \xff', 'latin1'), 2],
  ['redact without aliases', ['redact'], 'Maya Lopez', 2],
  ['aliases that cannot be written', ['redact', '--aliases', '/no/such/folder/x'], 'Maya Lopez', 2],
  ['aliases that are not', ['restore', '--aliases', TOOL], 'Maya Lopez', 2],
  ['a policy that is not JSON', ['scan', '--policy', TOOL], 'Maya Lopez', 1],
  ['a file without a policy of ours', ['policy', 'hash'], '{"policies":{"DisableX":true}}', 1],
  ['a file with two policies', ['policy', 'hash'], TWO, 1],
])('%s: one line, no trace, no text', (_name, args, input, exit) => {
  const done = run(args, input);
  expect(done.exit).toBe(exit);
  expect(done.err).toMatch(/^chalkline: [^\n]+\n$/);
  expect(done.out).toBe('');
  expect(done.err).not.toMatch(/Maya|Lopez| at .*:\d+:\d+/);
});
