import type { Translate } from '../lib/locale.ts';
import { RULE_KEYS } from '../lib/policy/fields.ts';
import type { RuleKey } from '../lib/policy/policy.ts';
import { translatorOf } from '../lib/words.ts';
import words from '../locales/settings.json' with { type: 'json' };

type Key = keyof typeof words.en;
export type SettingsWords = (key: Key, ...args: (string | number)[]) => string;

/** The strings of what is set and by whom, in a language, a BCP 47 tag. */
export function settingsWords(language: string): SettingsWords {
  return translatorOf(words, language);
}

/** What a rule is about. */
export function nameOfRule(key: RuleKey, t: Translate): string {
  if (key === 'person-name') return t('options.person');
  const [category, role] = key.split('/');
  return t((role ? `category.person.${role}` : `category.${category}`) as Parameters<Translate>[0]);
}

export const isRuleKey = (key: string): key is RuleKey => RULE_KEYS.some((one) => one === key);
