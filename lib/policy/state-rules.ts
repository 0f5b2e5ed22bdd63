/** Which rules each state's pack makes stricter. Data that anybody can edit: docs/state-packs.md. */
import packs from '../../curriculum/state-rules.json' with { type: 'json' };
import { FIELDS } from './fields.ts';
import type { Policy } from './policy.ts';

/** The rules of a state's pack; none for no state. */
export function stateRules(state: Policy['statePack']): Policy['rules'] {
  return state === '' ? {} : (FIELDS.rules.read(packs[state]).value ?? {});
}
