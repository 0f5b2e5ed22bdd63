import type { Translate } from '../lib/locale.ts';
import { FIELDS } from '../lib/policy/fields.ts';
import type { EffectivePolicy, Policy } from '../lib/policy/policy.ts';
import type { RefusedPack } from '../lib/store/district-packs.ts';
import { isRuleKey, nameOfRule, type SettingsWords } from './settings-words.ts';

interface NotReadProps {
  t: Translate;
  w: SettingsWords;
  problems: EffectivePolicy['problems'];
  packs: RefusedPack[];
}

/** Every setting that was not understood, in words, with its name for whoever wrote it. */
export function NotRead({ t, w, problems, packs }: NotReadProps) {
  const count = problems.length + packs.length;
  if (count === 0) return null;
  return (
    <details class="fold" open>
      <summary>{w('not-read.title', count)}</summary>
      <p class="line">{w('not-read.what')}</p>
      <ul class="not-read">
        {problems.map(({ field, source, near }) => (
          <li key={`${source} ${field}`}>
            {near ? w('not-read.near', inWords(field, t, w), near) : inWords(field, t, w)}{' '}
            <code>{field}</code>{' '}
            <span class="times">{w(source === 'district' ? 'not-read.district' : 'not-read.teacher')}</span>
          </li>
        ))}
        {packs.map(({ title, fault }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two packs may be wrong in the same way, and the list never moves.
          <li key={index}>
            {fault === 'named' ? w('not-read.named', title) : w('not-read.pack')}{' '}
            <span class="times">{w('not-read.district')}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** `rules.email` or `approvedTools.2` in words; the first entry of a list is 1 to a person. */
function inWords(path: string, t: Translate, w: SettingsWords): string {
  if (path === 'policy') return w('not-read.whole');
  if (path === 'fields') return w('not-read.fields');
  const [field = '', key] = path.split(/\.(.*)/s);
  if (!Object.hasOwn(FIELDS, field)) return w('not-read.unknown');
  const name = w(`field.${field as keyof Policy}`);
  if (!key) return name;
  if (/^\d+$/.test(key)) return w('not-read.entry', name, Number(key) + 1);
  return w('not-read.key', name, isRuleKey(key) ? nameOfRule(key, t) : w('not-read.unknown'));
}
