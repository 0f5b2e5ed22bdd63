import type { Prompt } from '../lib/learn/prompt.ts';
import type { Translate } from '../lib/locale.ts';
import { CopyButton } from './CopyButton.tsx';

/** One line below a review that unfolds: prompts that ask for the same and name nobody. */
export function PromptOffer({ prompts, t }: { prompts: Prompt[]; t: Translate }) {
  const words = {
    copy: t('review.prompts-copy'),
    copied: t('review.prompts-copied'),
    notCopied: t('review.prompts-not-copied'),
  };
  return (
    <details class="instead">
      <summary>{t('review.prompts')}</summary>
      <ul>
        {prompts.map(({ id, title, text }) => (
          <li key={id}>
            <h3>{title}</h3>
            <p>{text}</p>
            <CopyButton text={text} of={title} words={words} />
          </li>
        ))}
      </ul>
    </details>
  );
}
