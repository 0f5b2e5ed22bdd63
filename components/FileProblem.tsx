import { useEffect, useRef } from 'preact/hooks';
import type { Unread } from '../lib/files/file.ts';
import type { Translate } from '../lib/locale.ts';
import { unreadWords } from './file-words.ts';
import { PictureView } from './PictureView.tsx';
import { useArmed } from './use-armed.ts';
import { useEscape } from './use-escape.ts';
import { useTabLoop } from './use-tab-loop.ts';

/** Why a file could not be checked, or not all of it. `picture-clean`: nothing was found among the words in a picture. */
export type Problem =
  | 'password'
  | 'damaged'
  | 'unknown-kind'
  | 'too-large'
  | 'picture'
  | 'picture-clean'
  | 'nothing-read'
  | 'parts'
  | 'copy';

interface FileProblemProps {
  name: string;
  /** Which of several it is. */
  which?: string | undefined;
  problem: Problem;
  unread: Unread[];
  /** One whose words were looked for. */
  picture?: Blob | undefined;
  /** Whether it may go in all the same; where not, who says so. */
  mayUse: 'yes' | 'no' | 'no.district';
  t: Translate;
  onOriginal(): void;
  /** Reads the words in a picture. */
  onRead?: (() => void) | undefined;
  /** None where there is one file only. */
  onLeaveOut?: (() => void) | undefined;
  onCancel(): void;
  onCovered(): void;
}

const NO_COVERS: [] = [];

/** A file that nobody has looked into, or a picture: it goes in only by the teacher's own word. */
export function FileProblem(props: FileProblemProps) {
  const { name, which, problem, unread, picture, mayUse, t, onLeaveOut, onRead, onCancel } = props;
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
        <h1 id="problem-title">
          {t(problem === 'picture' || problem === 'picture-clean' ? `file.title.${problem}` : 'file.problem')}
        </h1>
        {which && <p class="lead">{which}</p>}
        <p id="problem-why" class="any-word">
          {t(`file.problem.${problem}`, name)}
        </p>
        {notRead && <p class="line">{notRead}</p>}
        {picture && <PictureView picture={picture} covers={NO_COVERS} label={t('file.picture-view')} />}
        <p>
          {mayUse === 'yes'
            ? t(problem === 'picture-clean' ? 'file.picture' : 'file.problem.look')
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
          {onRead && (
            <button type="button" class="main" onClick={armed(onRead)}>
              {t('file.read-picture')}
            </button>
          )}
        </div>
      </main>
    </div>
  );
}
