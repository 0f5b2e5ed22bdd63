import { describe, expect, test } from 'vitest';
import type { Finding } from '../../lib/detect/finding.ts';
import { findPatterns } from '../../lib/patterns.ts';
import { decide } from '../../lib/policy/decide.ts';
import { mergePolicies } from '../../lib/policy/merge.ts';
import { addOwnWords } from '../../lib/policy/own-words.ts';
import { at } from './helpers.ts';

const policyOf = (district: object) => mergePolicies({ district, teacher: {} });
const add = (text: string, findings: Finding[], district: object) =>
  addOwnWords(text, findings, policyOf(district), findPatterns);
const shown = (text: string, findings: Finding[]) =>
  findings.map(({ span, category, score, entity, because }) => [
    text.slice(span.start, span.end),
    category,
    score,
    entity,
    because.map(({ code }) => code).join(' '),
  ]);

test('each kind of own words, one entity for each value', () => {
  const text = 'S-12345 (s-12345), LC-1, Kite, LC-1 at Lincoln Middle.';
  const found = add(text, [], {
    idFormats: ['S-#####'],
    customPatterns: ['LC-\\d'],
    customTerms: ['kite'],
    schoolNames: ['Lincoln Middle School'],
  });
  expect(shown(text, found)).toEqual([
    ['S-12345', 'student-id', 1, 1, 'id-format'],
    ['s-12345', 'student-id', 1, 1, 'id-format'],
    ['LC-1', 'custom', 1, 2, 'custom-pattern'],
    ['Kite', 'custom', 1, 3, 'custom-term'],
    ['LC-1', 'custom', 1, 2, 'custom-pattern'],
    ['Lincoln Middle', 'school', 1, 4, 'school-name'],
  ]);
});

test('patterns are never left out without a word', () => {
  const policy = policyOf({ customPatterns: ['LC-\\d'] });
  expect(() => addOwnWords('clean', [], policy, null)).toThrow('patterns');
  expect(addOwnWords('clean', [], policyOf({}), null)).toEqual([]);
});

describe('an id in the shape of the district', () => {
  const ids = (text: string, findings: Finding[]) =>
    shown(text, add(text, findings, { idFormats: ['######'] }));

  test.each(['phone', 'record-number', 'username', 'student-id'] as const)(
    'that was taken for a %s',
    (was) => {
      const text = 'No. 204418, again 204418';
      const findings = [
        at(text, '204418', was, { entity: 7, score: 0.4 }),
        { ...at(text, '204418', was, { entity: 7, score: 0.4 }), span: { start: 18, end: 24 } },
      ];
      expect(ids(text, findings)).toEqual([
        ['204418', 'student-id', 1, 7, 'shape id-format'],
        ['204418', 'student-id', 1, 7, 'shape id-format'],
      ]);
      expect(findings[0]).toMatchObject({ category: was, score: 0.4 });
    },
  );

  test('inside a longer number takes the whole of it', () => {
    const text = 'Fax 555 204418 now';
    expect(ids(text, [at(text, '555 204418', 'phone')])).toEqual([
      ['555 204418', 'student-id', 1, 4, 'shape id-format'],
    ]);
  });

  test.each(['government-id', 'financial-account', 'secret', 'address', 'custom'] as const)(
    'stays a %s where it is a part of one',
    (was) => {
      const text = 'It is 12 204418 now';
      expect(ids(text, [at(text, '12 204418', was)])).toEqual([['12 204418', was, 0.9, 6, 'shape']]);
    },
  );

  // The words around an id used to lose their finding with it: "has an IEP" went in, and nobody was asked.
  test('is found in a statement, a time and a link, and the words around it stay found', () => {
    const text = 'has an IEP, (file 204418). Room 204420 at 3. drive/a 204421. 204422’s ADHD. 204423.';
    const findings = [
      at(text, 'has an IEP, (file 204418)', 'disability', { entity: 1 }),
      at(text, 'Room 204420 at 3', 'logistics', { entity: 2 }),
      at(text, 'drive/a 204421', 'link', { entity: 3 }),
      at(text, '204422’s ADHD', 'disability', { entity: 4 }),
      at(text, '204423.', 'health', { entity: 5 }),
    ];
    expect(ids(text, findings)).toEqual([
      ['has an IEP, (file', 'disability', 0.9, 1, 'shape'],
      ['204418', 'student-id', 1, 6, 'id-format'],
      ['Room 204420 at 3', 'student-id', 1, 7, 'id-format'],
      ['drive/a 204421', 'student-id', 1, 8, 'id-format'],
      ['204422', 'student-id', 1, 9, 'id-format'],
      ['ADHD', 'disability', 0.9, 4, 'shape'],
      ['204423', 'student-id', 1, 10, 'id-format'],
    ]);
  });
});

describe('where own words lie over a finding', () => {
  const words = (text: string, findings: Finding[], district: object) =>
    shown(text, add(text, findings, district)).map(([word, category]) => [word, category]);

  // It used to become a word of the policy’s own, which has a looser rule where the teacher or the district made one.
  test('what points to a person stays as it is, and they have what is left', () => {
    const text = 'SSN: 123-45-6789 (Ann Kite). SSN: 987-65-4321. At Ann’s Kite Club 204418, Bo!';
    const findings = [
      at(text, '123-45-6789', 'government-id'),
      at(text, 'Ann Kite', 'person-name'),
      at(text, '987-65-4321', 'government-id'),
      at(text, 'Ann’s', 'person-name'),
      at(text, 'Bo', 'person-name'),
    ];
    const found = add(text, findings, {
      customPatterns: ['SSN: \\d[-\\d]+( .Ann)?', 'Bo!', 'lub \\d+, B'],
      customTerms: ['Ann’s Kite Club'],
      idFormats: ['######'],
    });
    expect(shown(text, found).map(([word, category, , entity]) => [word, category, entity])).toEqual([
      ['SSN', 'custom', 76],
      ['123-45-6789', 'government-id', 5],
      ['Ann Kite', 'person-name', 18],
      ['SSN', 'custom', 76],
      ['987-65-4321', 'government-id', 34],
      ['Ann’s', 'person-name', 50],
      ['Kite Club', 'custom', 77],
      ['204418', 'student-id', 75],
      ['Bo', 'person-name', 74],
    ]);
    for (const finding of findings) expect(found).toContainEqual(finding);
  });

  test('a crossed one stays whole, and so do all of its letters', () => {
    const text = 'Call Ann Kite at (555) 555-0142 LC';
    const findings = [at(text, 'Ann Kite', 'person-name'), at(text, '(555) 555-0142', 'phone')];
    expect(words(text, findings, { customTerms: ['Kite at'], customPatterns: ['0142 LC'] })).toEqual([
      ['Ann Kite', 'person-name'],
      ['at', 'custom'],
      ['(555) 555-0142', 'phone'],
      ['LC', 'custom'],
    ]);
  });

  const text = 'He has an IEP for dyslexia since 10/14.';
  const statement = at(text, 'has an IEP for dyslexia', 'disability', { score: 0.6 });
  const date = at(text, '10/14', 'record-date', { score: 0.4 });
  const over = (word: string, rules: object) =>
    words(text, [statement, date], { customTerms: [word], rules });

  test.each<[string, string, object, [string, string][]]>([
    [
      'takes what is looser',
      'dyslexia since 10/14',
      {},
      [
        ['has an IEP for', 'disability'],
        ['dyslexia since 10/14', 'custom'],
      ],
    ],
    [
      'takes all of a statement',
      'He has an IEP for dyslexia',
      {},
      [
        ['He has an IEP for dyslexia', 'custom'],
        ['10/14', 'record-date'],
      ],
    ],
    [
      'leaves what is stricter',
      'dyslexia since 10/14',
      { disability: 'redact', 'record-date': 'block' },
      [
        ['has an IEP for dyslexia', 'disability'],
        ['since', 'custom'],
        ['10/14', 'record-date'],
      ],
    ],
    [
      'leaves what may be stricter',
      'since 10/14',
      { custom: 'note' },
      [
        ['has an IEP for dyslexia', 'disability'],
        ['since', 'custom'],
        ['10/14', 'record-date'],
      ],
    ],
    [
      'leaves what is as strict in it, but not what is said around it',
      'IEP for dyslexia since 10/14',
      { disability: 'review', 'record-date': 'review' },
      [
        ['has an', 'disability'],
        ['IEP for dyslexia since', 'custom'],
        ['10/14', 'record-date'],
      ],
    ],
  ])('a word %s: %s', (_what, word, rules, expected) => {
    expect(over(word, rules)).toEqual(expected);
  });

  test('a word that is never asked about takes nothing', () => {
    const policy = mergePolicies({
      district: { locked: ['disability'] },
      teacher: { customTerms: ['an IEP for dyslexia since'], allowTerms: ['An IEP for dyslexia since'] },
    });
    expect(addOwnWords(text, [statement, date], policy, null)).toEqual([statement, date]);
  });

  test('a name that is not sure is as sure as the words around it, where those are asked about', () => {
    const text = 'The Kite program';
    const name = at(text, 'Kite', 'person-name', { score: 0.2 });
    const found = (rules: object) => shown(text, add(text, [name], { customTerms: ['Kite program'], rules }));
    const kite = ['Kite', 'person-name', 1, 4, 'shape custom-term'];
    expect(found({})).toEqual([kite, ['program', 'custom', 1, 5, 'custom-term']]);
    expect(found({ custom: 'note' })[0]).toEqual(['Kite', 'person-name', 0.2, 4, 'shape']);
  });
});

describe('the name of a school', () => {
  const schools = (text: string, findings: Finding[]) =>
    shown(text, add(text, findings, { schoolNames: ['Hope Ridge Middle School'] }));

  test('is surer than the detector is', () => {
    const text = 'at Hope Ridge Middle School.';
    expect(schools(text, [at(text, 'Hope Ridge Middle School', 'school', { score: 0.4 })])).toEqual([
      ['Hope Ridge Middle School', 'school', 1, 3, 'shape school-name'],
    ]);
  });

  // It used to take the place of the name, whose rule is mostly the stricter one.
  test('takes nothing away from a person in it', () => {
    const text = 'at Hope Ridge Middle and Hope Ridge Middle School';
    const findings = [at(text, 'Hope Ridge', 'person-name')];
    expect(schools(text, findings).map(([word, category]) => [word, category])).toEqual([
      ['Hope Ridge', 'person-name'],
      ['Hope Ridge Middle School', 'school'],
    ]);
  });

  test('takes nothing away from a person that it crosses', () => {
    const text = 'Ann Hope Ridge Middle';
    const findings = [at(text, 'Ann Hope', 'person-name')];
    expect(add(text, findings, { schoolNames: ['Hope Ridge Middle School'] })).toEqual(findings);
  });

  test('takes nothing away from a statement, an address or a person around it', () => {
    const text = 'suspended from Hope Ridge Middle School, 4 Hope Ridge Middle Road, Coach Hope Ridge Middle';
    const findings = [
      at(text, 'suspended from Hope Ridge Middle School', 'discipline'),
      at(text, '4 Hope Ridge Middle Road', 'address'),
      at(text, 'Coach Hope Ridge Middle', 'person-name'),
    ];
    expect(add(text, findings, { schoolNames: ['Hope Ridge Middle School'] })).toEqual(findings);
  });
});

describe('staff domains', () => {
  const district = { staffDomains: ['staff.example.org'] };
  const actions = (text: string, findings: Finding[]) => {
    const found = add(text, findings, district);
    return decide(text, found, policyOf(district)).map(({ finding, action }) => [
      text.slice(finding.span.start, finding.span.end),
      finding.role,
      action,
    ]);
  };

  test('addresses at them and below them are staff’s, others are not', () => {
    const text = 'a.b@staff.example.org c@Oak.Staff.example.org d@example.org e@notstaff.example.org';
    const words = text.split(' ');
    expect(
      actions(
        text,
        words.map((word) => at(text, word, 'email')),
      ),
    ).toEqual([
      [words[0], 'staff', 'note'],
      [words[1], 'staff', 'note'],
      [words[2], undefined, 'review'],
      [words[3], undefined, 'review'],
    ]);
  });

  test('so is a name right before an address that is made of it', () => {
    const text = 'Dana Whitfield <d.whitfield@staff.example.org>. Dana Whitfield called.';
    const name = at(text, 'Dana Whitfield', 'person-name', { role: 'unknown', entity: 1 });
    const again = { ...name, span: { start: 48, end: 62 } };
    const findings = [name, at(text, 'd.whitfield@staff.example.org', 'email', { entity: 2 }), again];
    expect(actions(text, findings).map(([, role]) => role)).toEqual(['staff', 'staff', 'staff']);
    expect(findings.map(({ role }) => role)).toEqual(['unknown', undefined, 'unknown']);
  });

  test.each<[string, 'unknown' | 'student' | 'family']>([
    ['Maya Lopez (d.whitfield@staff.example.org)', 'unknown'],
    ['Maya Lopez was late, says m.lopez@staff.example.org', 'unknown'],
    ['Maya Lopez (m.lopez@staff.example.org)', 'student'],
    ['Maya Lopez (m.lopez@staff.example.org)', 'family'],
  ])('not in %j where the name is of role %s', (text, role) => {
    const address = /\S+@[\w.]+/.exec(text)![0].replace('(', '');
    const findings = [at(text, 'Maya Lopez', 'person-name', { role }), at(text, address, 'email')];
    expect(actions(text, findings).map(([, found]) => found)).toEqual([role, 'staff']);
  });
});
