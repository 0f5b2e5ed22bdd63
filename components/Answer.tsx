import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type NamedAnswer, type NamedBlock, type Piece, textOfAnswer } from '../lib/answer.ts';
import type { Translate } from '../lib/locale.ts';
import { unknownSentence } from '../lib/unknown-labels.ts';
import { copyText } from './copy.ts';
import { useEscape } from './use-escape.ts';
import { useHideKey } from './use-hide-key.ts';
import { useTabLoop } from './use-tab-loop.ts';

interface AnswerProps {
  answer: NamedAnswer;
  t: Translate;
  /** A BCP 47 tag. */
  language: string;
  veiled: boolean;
  onVeil(veiled: boolean): void;
  /** Saves it as a Word file. */
  onSave(): Promise<void>;
  onPrint(): void;
  onClose(): void;
}

/** The answer with names in place. It stands in a frame of ours: the chat never sees it. */
export function Answer({ answer, t, language, veiled, onVeil, onSave, onPrint, onClose }: AnswerProps) {
  const copy = useRef<HTMLButtonElement>(null);
  const [said, setSaid] = useState('');
  const [failed, setFailed] = useState(false);
  useEffect(() => copy.current?.focus(), []);
  useEscape(onClose);
  useTabLoop();
  useHideKey(veiled, onVeil);
  const { blocks, restored, unknown } = answer;
  const save = () =>
    onSave().then(
      () => setFailed(false),
      () => setFailed(true),
    );
  return (
    <div
      class={veiled ? 'review single answer veiled' : 'review single answer'}
      role="dialog"
      aria-modal="true"
      aria-labelledby="answer-title"
      aria-describedby="answer-lead"
    >
      <header>
        <div class="ends">
          <div>
            <h1 id="answer-title">{t('answer.title')}</h1>
            <p id="answer-lead" class="lead">
              {restored > 0 ? t('answer.lead', restored) : t('answer.none')}
            </p>
          </div>
          <button type="button" class="choice" aria-pressed={veiled} onClick={() => onVeil(!veiled)}>
            {t(veiled ? 'review.unhide' : 'review.hide')}
          </button>
        </div>
        {unknown.length > 0 && <p class="line">{unknownSentence(unknown, language)}</p>}
      </header>
      <main>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard. */}
        <article class="answer-words" aria-label={t('answer.words')} tabIndex={0}>
          {grouped(blocks)}
        </article>
      </main>
      <footer>
        <button type="button" class="quiet" onClick={onClose}>
          {t('offer.close')}
        </button>
        <span role="status" class="line">
          {failed ? t('answer.failed') : said}
        </span>
        <button type="button" class="plain" onClick={onPrint}>
          {t('answer.print')}
        </button>
        <button type="button" class="plain" onClick={() => void save()}>
          {t('answer.save')}
        </button>
        <button
          type="button"
          class="main"
          ref={copy}
          onClick={() => setSaid(t(copyText(textOfAnswer(blocks)) ? 'offer.copied' : 'answer.failed'))}
        >
          {t('check.back-copy')}
        </button>
      </footer>
    </div>
  );
}

/** Items that follow each other are one list, and rows one table. */
function grouped(blocks: NamedBlock[]): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  for (let i = 0; i < blocks.length; ) {
    const { id, kind } = blocks[i]!;
    const isMany = kind === 'item' || kind === 'row';
    let end = i + 1;
    while (isMany && blocks[end]?.kind === kind) end++;
    parts.push(<Part key={id} blocks={blocks.slice(i, end)} />);
    i = end;
  }
  return parts;
}

function Part({ blocks }: { blocks: NamedBlock[] }) {
  const [first] = blocks;
  if (first?.kind === 'item')
    return (
      <ul>{blocks.map((block) => block.kind === 'item' && <li key={block.id}>{words(block.pieces)}</li>)}</ul>
    );
  if (first?.kind === 'row')
    return (
      <table>
        <tbody>
          {blocks.map(
            (block) =>
              block.kind === 'row' && (
                <tr key={block.id}>
                  {block.cells.map(({ id, pieces }) => (
                    <td key={id}>{words(pieces)}</td>
                  ))}
                </tr>
              ),
          )}
        </tbody>
      </table>
    );
  if (!first) return null;
  if (first.kind === 'heading') return <h2>{words(first.pieces)}</h2>;
  return first.kind === 'code' ? <pre>{words(first.pieces)}</pre> : <p>{words(first.pieces)}</p>;
}

function words(pieces: Piece[]): ComponentChildren[] {
  return pieces.map(({ at, text, isName }) =>
    isName ? (
      <mark key={at} class="private">
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
