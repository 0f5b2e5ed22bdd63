import { useMemo, useState } from 'preact/hooks';
import { type Advice, biasAdvice, type Cue } from '../lib/learn/bias.ts';
import { withoutCues } from '../lib/learn/bias-rewrite.ts';
import { isAlarmAction } from '../lib/policy/decide.ts';
import type { Item } from '../lib/review-plan.ts';
import { spoken, translatorOf } from '../lib/words.ts';
import words from '../locales/bias.json' with { type: 'json' };

interface BiasNoteProps {
  text: string;
  items: Item[];
  language: string;
  onEdit(text: string): void;
}

/** Says that a student is judged beside a cue, why that matters, and offers the same prompt without it. Never blocks. */
export function BiasNote({ text, items, language, onEdit }: BiasNoteProps) {
  const t = translatorOf(words, language);
  const advice = useMemo(() => adviceOf(text, items), [text, items]);
  const rewritten = useMemo(() => withoutCues(text, advice), [text, advice]);
  /** The draft before and after `Use this wording`. */
  const [used, setUsed] = useState<{ before: string; after: string } | null>(null);
  const isUsed = used !== null && (text === used.after || text === used.before);
  if (advice.length === 0 && !isUsed) return null;

  const change = (now: { before: string; after: string } | null, to: string) => {
    setUsed(now);
    onEdit(to);
  };
  return (
    <aside class="tip" aria-labelledby="bias-title">
      <h3 id="bias-title">{t('title')}</h3>
      {isUsed ? (
        <p role="status">{t('used')}</p>
      ) : (
        <>
          <p>
            <strong>
              {t(
                'says',
                listOf(advice, language, (cue) => t(`cue.${cue}`)),
              )}
            </strong>{' '}
            {t(`why.${reasonOf(advice)}`)}
          </p>
          <p class="try">{t(rewritten.kind)}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard. */}
          <blockquote class="private" tabIndex={0}>
            {rewritten.text}
          </blockquote>
        </>
      )}
      {/* One button for both, so that it keeps the focus. */}
      <button
        type="button"
        class="choice"
        onClick={() =>
          isUsed ? change(null, used.before) : change({ before: text, after: rewritten.text }, rewritten.text)
        }
      >
        {t(isUsed ? 'undo' : 'use')}
      </button>
    </aside>
  );
}

/** The advice about a draft as it will go in: what is swapped for a label is no cue. */
export function adviceOf(text: string, items: Item[]): Advice[] {
  const findings = items.flatMap(({ category, role, mentions, action }) => {
    // How sure it is was settled when it was decided what becomes of it.
    const score = isAlarmAction(action) ? 1 : UNSURE;
    return mentions.map((span) => ({ category, role, span, score }));
  });
  const swapped = items.filter(({ swap }) => swap).flatMap(({ mentions }) => mentions);
  return biasAdvice(text, findings, swapped);
}

const UNSURE = 0.5;

/** Which study says most about it. */
function reasonOf(advice: Advice[]): 'scores' | 'plans' | 'writers' {
  const isWriting = advice.some(({ task }) => task === 'grade' || task === 'score');
  const isSecondLanguage = advice.some(({ cue }) => cue === 'language' || cue === 'immigration');
  if (isWriting && isSecondLanguage) return 'writers';
  return isWriting ? 'scores' : 'plans';
}

function listOf(advice: Advice[], language: string, nameOf: (cue: Cue) => string): string {
  const cues = [...new Set(advice.map(({ cue }) => cue))];
  return new Intl.ListFormat(spoken(language), { type: 'conjunction' }).format(cues.map(nameOf));
}
