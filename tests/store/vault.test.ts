import { expect, test } from 'vitest';
import pool from '../../lib/redact/stand-ins.json' with { type: 'json' };
import { assignLabels, listLabels } from '../../lib/store/vault.ts';

const request = (entity: number, name: string, standIn?: 'any') => ({
  ...{ entity, category: 'person-name' as const, role: 'student' as const, forms: [name] },
  ...(standIn && { standIn }),
});

test('class lists are read only where an invented name is wanted, which is none of theirs', async () => {
  let reads = 0;
  const names = async () => {
    reads++;
    return [...pool.first.slice(1), ...pool.last.slice(1)];
  };
  const [maya] = await assignLabels([request(1, 'Maya Lopez')], 'Maya Lopez', names);
  expect([reads, maya]).toEqual([0, expect.not.objectContaining({ standIn: expect.anything() })]);
  const given = await assignLabels(
    [request(1, 'Maya Lopez', 'any'), request(2, 'Leo Kim', 'any')],
    'Maya Lopez met Leo Kim.',
    names,
  );
  const standIn = `${pool.first[0]} ${pool.last[0]}`;
  expect(given.map((one) => one.standIn)).toEqual([standIn, null]);
  expect(reads).toBe(1);
  expect((await listLabels()).map(({ surrogate, original }) => [surrogate, original])).toEqual([
    [maya!.surrogate, 'Maya Lopez'],
    [standIn, 'Maya Lopez'],
    [given[1]!.surrogate, 'Leo Kim'],
  ]);
});
