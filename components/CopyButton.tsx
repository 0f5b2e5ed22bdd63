import { useState } from 'preact/hooks';
import { copyText } from './copy.ts';

interface CopyButtonProps {
  text: string;
  /** What is copied, to tell it from the buttons beside. */
  of: string;
  words: { copy: string; copied: string; notCopied: string };
}

/** Copies a text with one click, and says so. */
export function CopyButton({ text, of, words }: CopyButtonProps) {
  const [said, setSaid] = useState('');
  return (
    <span class="row">
      <button
        type="button"
        class="choice"
        aria-label={`${words.copy}: ${of}`}
        onClick={() => setSaid(copyText(text) ? words.copied : words.notCopied)}
      >
        {words.copy}
      </button>
      <span role="status" class="line">
        {said}
      </span>
    </span>
  );
}
