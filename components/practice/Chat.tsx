import { useEffect, useRef, useState } from 'preact/hooks';
import { answerTo } from '../../lib/practice/assistant.ts';
import { Written } from '../../lib/practice/written.ts';
import { LabelledText, MarkedText, Watermark } from './MarkedText.tsx';
import { type Here, useLook } from './parts.ts';

interface Turn {
  id: number;
  wrote: string;
  saw: string;
  answer: string;
}

interface ChatProps extends Here {
  /** The message box, for who copies a sample for it. */
  box: { current: HTMLTextAreaElement | null };
  /** The message and its answer take the place of the box, until another one is wanted: for a screen in front of a room. */
  onlyLast?: boolean;
  onWriting?(writing: boolean): void;
}

/** The chat: messages side by side as they were written and sent, the answers, and the message box, which the guard hears. */
export function Chat(props: ChatProps) {
  const { parts, content, t, box, onlyLast = false, onWriting } = props;
  const [turns, setTurns] = useState<Turn[]>([]);
  const [writing, setWriting] = useState(true);
  const written = useRef(new Written());
  const last = useRef<HTMLLIElement>(null);
  useEffect(() => {
    parts.hear((text, into) => {
      if (into === box.current) written.current.comes(text, into.value);
    });
    return () => parts.hear(null);
  }, [parts, box]);
  useEffect(() => {
    if (turns.length > 0) last.current?.scrollIntoView({ block: 'nearest' });
  }, [turns]);
  const write = (open: boolean) => {
    setWriting(open);
    onWriting?.(open);
  };
  const again = useRef(false);
  useEffect(() => {
    if (writing && again.current) box.current?.focus();
    again.current = !writing;
  }, [writing, box]);
  const send = () => {
    const saw = box.current?.value ?? '';
    if (!box.current || !saw.trim()) return;
    const turn = {
      id: turns.length,
      wrote: written.current.original(saw),
      saw,
      answer: answerTo(saw, content.school),
    };
    setTurns([...turns, turn]);
    written.current = new Written();
    box.current.value = '';
    write(!onlyLast);
  };
  const shown = onlyLast ? (writing ? [] : turns.slice(-1)) : turns;
  return (
    <section class="chat" aria-label={t('chat')}>
      {turns.length === 0 && !onlyLast && <p class="line">{t('empty')}</p>}
      <ol>
        {shown.map((turn) => (
          <li key={turn.id} ref={turn.id === turns.length - 1 ? last : undefined}>
            <OneTurn {...props} turn={turn} />
          </li>
        ))}
      </ol>
      <p class="unseen" role="status">
        {turns.length > 0 && <span key={turns.length}>{t('sent')}</span>}
      </p>
      {!writing && (
        <button type="button" class="choice" onClick={() => write(true)}>
          {t('another')}
        </button>
      )}
      <form
        class="composer"
        hidden={!writing}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <label for="composer">{t('message')}</label>
        <textarea
          id="composer"
          ref={box}
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="enter"
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
            else if (!event.ctrlKey && !event.metaKey) written.current.typed();
          }}
          onInput={({ currentTarget }) => written.current.changed(currentTarget.value)}
        />
        <button type="submit" class="main">
          {t('send')}
        </button>
      </form>
    </section>
  );
}

function OneTurn({ turn, ...here }: Here & { turn: Turn }) {
  const { parts, content, t } = here;
  const { wrote, saw, answer } = turn;
  const before = useLook(wrote, parts);
  const after = useLook(saw, parts);
  return (
    <>
      <div class="sides">
        <section class="wrote">
          <h2>{t('wrote')}</h2>
          <MarkedText text={wrote} marks={before?.marks ?? []} />
        </section>
        <section class="saw">
          <h2>{t('saw')}</h2>
          <LabelledText text={saw} />
        </section>
      </div>
      {after && <p class="line">{after.stops > 0 ? t('still', after.stops) : t('still-none')}</p>}
      <section class="answer">
        <h2 class="row">
          {t('assistant')} <Watermark>{content.school.watermark}</Watermark>
        </h2>
        <LabelledText text={answer} />
      </section>
    </>
  );
}
