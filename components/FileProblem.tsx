import { useEffect, useRef } from 'preact/hooks';
import type { Unread } from '../lib/files/file.ts';
import type { Translate } from '../lib/locale.ts';
import { unreadWords } from './file-words.ts';
import { useArmed } from './use-armed.ts';
import { useEscape } from './use-escape.ts';
import { useTabLoop } from './use-tab-loop.ts';

/** Why a file could not be checked, or not all of it. */
export type Problem =
  | 'password'
  | 'damaged'
  | 'unknown-kind'
  | 'too-large'
  | 'picture'
  | 'nothing-read'
  | 'parts'
  | 'copy';

interface FileProblemProps {
  name: string;
  /** Which of several it is. */
  which?: string | undefined;
  problem: Problem;
  unread: Unread[];
  /** Whether it may go in all the same; where not, who says so. */
  mayUse: 'yes' | 'no' | 'no.district';
  t: Translate;
  onOriginal(): void;
  /** None where there is one file only. */
  onLeaveOut?: (() => void) | undefined;
  onCancel(): void;
  onCovered(): void;
}

/** A file that nobody has looked into: it goes in only by the teacher's own word. */
export function FileProblem(props: FileProblemProps) {
  const { name, which, problem, unread, mayUse, t, onLeaveOut, onCancel } = props;
  const { area, armed } = useArmed(props.onCovered);
  const first = useRef<HTMLButtonElement>(null);
  useEscape(onCancel);
  useTabLoop();
  useEffect(() => first.current?.focus(), []);
  const notRead = unreadWords(unread, t);
  return (
    <div
      class="card"
      role="dialog"
      aria-modal="true"
      aria-labelledby="problem-title"
      aria-describedby="problem-why"
    >
      <main>
        <h1 id="problem-title">{t('file.problem')}</h1>
        {which && <p class="lead">{which}</p>}
        <p id="problem-why" class="any-word">
          {t(`file.problem.${problem}`, name)}
        </p>
        {notRead && <p class="line">{notRead}</p>}
        <p>
          {mayUse === 'yes'
            ? t('file.problem.look')
            : t(mayUse === 'no' ? 'file.problem.no-original' : 'file.problem.no-original.district')}
        </p>
        <div class="row" ref={area}>
          <button type="button" class="plain" ref={first} onClick={armed(onCancel)}>
            {t(onLeaveOut ? 'file.cancel-all' : 'review.cancel')}
          </button>
          {onLeaveOut && (
            <button type="button" class="plain" onClick={armed(onLeaveOut)}>
              {t('file.leave-out')}
            </button>
          )}
          {mayUse === 'yes' && (
            <button type="button" class="plain" onClick={armed(props.onOriginal)}>
              {t('review.original')}
            </button>
          )}
        </div>
      </main>
    </div>
  );
}
