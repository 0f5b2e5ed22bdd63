import type { Prompt } from '../lib/learn/prompt.ts';
import { type AnyTip, BANDS } from '../lib/learn/tip.ts';
import { CopyButton } from './CopyButton.tsx';
import type { PromptsWords } from './prompts-words.ts';

/** An entry with the place that it comes from. */
export interface Shelved<T> {
  entry: T;
  /** In words; null for what comes with Chalkline. */
  from: string | null;
  language: 'en' | 'es';
}

interface CardProps<T> extends Shelved<T> {
  t: PromptsWords;
}

/** A prompt with its blanks, whom it is for, and a button to copy it. */
export function PromptCard({ entry, from, language, t }: CardProps<Prompt>) {
  return (
    <li class="prompt">
      <h4 lang={language}>{entry.title}</h4>
      <p class="prompt-text" lang={language}>
        <WithBlanks text={entry.text} />
      </p>
      <Foot {...{ entry, from, t, text: entry.text, of: entry.title }} />
    </li>
  );
}

/** A tip of a pack or of the teacher's own. */
export function TipCard({ entry, from, language, t }: CardProps<AnyTip>) {
  return (
    <li class="prompt">
      <h4 lang={language}>{entry.idea}</h4>
      <p lang={language}>{entry.why}</p>
      <p class="prompt-text">
        {t('tips.try')}{' '}
        <span lang={language}>
          <WithBlanks text={entry.tryInstead} />
        </span>
      </p>
      <Foot {...{ entry, from, t, text: entry.tryInstead, of: entry.idea }} />
    </li>
  );
}

interface FootProps {
  t: PromptsWords;
  entry: Pick<Prompt, 'bands' | 'subjects'>;
  from: string | null;
  text: string;
  of: string;
}

function Foot({ t, entry, from, text, of }: FootProps) {
  const bands = entry.bands.map((band) => t(`band.${band}`)).join(', ');
  // What is for everybody need not say so on each card.
  const subjects = entry.subjects.filter((one) => one !== 'all').map((one) => t(`subject.${one}`));
  const words = { copy: t('copy'), copied: t('copied'), notCopied: t('not-copied') };
  return (
    <div class="ends">
      <CopyButton {...{ text, of, words }} />
      <p class="line">
        {[from, entry.bands.length < BANDS.length && t('grades', bands), ...subjects]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  );
}

/** What is to be filled in is to be seen at once. */
export function WithBlanks({ text }: { text: string }) {
  return (
    <>
      {text.split(/(\[[^\]]+\]|_{3,})/).map((part, i) =>
        // The parts of a text never change their places; each second one is a blank.
        i % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: see above.
          <span key={i} class="blank">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}
