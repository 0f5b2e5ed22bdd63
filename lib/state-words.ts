/** What a teacher should know in a state whose pack the district has chosen. Data that anybody can edit: docs/state-packs.md. */
import packs from '../curriculum/state-words.json' with { type: 'json' };
import type { Policy, RuleKey } from './policy/policy.ts';
import { spoken } from './words.ts';

export interface StateWords {
  name: string;
  /** Advice, a few sentences each. */
  know: string[];
  /** Of the rules that the pack makes stricter: why. */
  why: Partial<Record<RuleKey, string>>;
  links: { title: string; url: string }[];
  /** The day on which the links were last read, YYYY-MM-DD. */
  checked: string;
}

/** The words of a state's pack in a language (a BCP 47 tag); null for no state. */
export function stateWords(state: Policy['statePack'], language: string): StateWords | null {
  if (state === '') return null;
  const { checked, links, ...words } = packs[state];
  const tongue = spoken(language);
  return {
    ...words[tongue],
    links: links.map(({ url, ...title }) => ({ title: title[tongue], url })),
    checked,
  };
}
