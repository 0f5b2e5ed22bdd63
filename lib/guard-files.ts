/**
 * The flow of files: files on their way in -> held -> read and reviewed in the review page -> given to the page, as they
 * were or as swapped copies, or not. Nothing in the page reads their bytes. `createGuard` says whose turn it is.
 */
import type { End, GuardParts, Settings } from './guard.ts';
import type { FileEnd } from './messages.ts';
import type { Upload } from './page/files.ts';
import type { Unapproved } from './policy/tools.ts';

/** What the guard does for the files that it is given. */
interface Turns {
  isPaused(settings: Settings): boolean;
  /** Holds the page while something is found out about files. */
  hold(upload: Upload, find: () => Promise<End>): Promise<End>;
  isHolding(): boolean;
  /** The next may come. */
  done(): void;
}

export interface FileFlow {
  /** The life of files that were stopped. */
  settle(upload: Upload): Promise<void>;
}

export function fileFlow(parts: GuardParts, turns: Turns): FileFlow {
  async function settle(upload: Upload): Promise<void> {
    let files: File[] = [];
    const end = await turns.hold(upload, async () => {
      const listed = await upload.list();
      files = listed.files;
      if (listed.tooMany) parts.notice('too-many-files');
      return judge(upload, files);
    });
    await deliver(upload, files, end).catch(() => parts.notice('file-look'));
    turns.done();
  }

  async function judge({ byHand }: Upload, files: File[]): Promise<End> {
    const settings = await parts.awaitSettings();
    const holds = parts.holdsAll();
    if (holds) return { kind: holds };
    if (files.length === 0) return { kind: 'cancelled' };
    if (settings && turns.isPaused(settings)) return { kind: 'clean' };
    if (!parts.alive()) return { kind: 'updated' };
    const policy = settings?.policy ?? parts.defaults();
    return parts.reviewFiles({ mode: 'files', files, policy, policyLate: settings === null, byHand });
  }

  async function deliver(upload: Upload, files: File[], end: End): Promise<void> {
    switch (end.kind) {
      case 'files': {
        if (end.ends.length !== files.length) return cannotCheck(upload, files);
        const chosen = files.flatMap((file, i) => fileOf(end.ends[i]!, file));
        if (end.unread) parts.notice('file-unread');
        return chosen.length > 0 ? give(upload, chosen) : upload.cancel();
      }
      case 'clean':
        return give(upload, files);
      case 'cancelled':
        return upload.cancel();
      case 'updated':
        parts.notice('updated-file');
        return upload.cancel();
      case 'not-listed':
      case 'not-reviewed':
        return turnBack(upload, end.kind);
      // Every other end is one of a text.
      default:
        return cannotCheck(upload, files);
    }
  }

  async function give(upload: Upload, files: File[]): Promise<void> {
    const holds = parts.holdsAll();
    if (holds) return turnBack(upload, holds);
    if (!(await upload.give(files))) parts.notice('file-look');
  }

  /** Where files came from they still are. */
  function turnBack(upload: Upload, why: Unapproved): void {
    parts.notice(`${why}-file`);
    upload.cancel();
  }

  function cannotCheck(upload: Upload, files: File[]): void {
    const mayGoIn = () =>
      files.length > 0 && (parts.settings()?.policy ?? parts.defaults()).policy.allowUnchecked;
    const again = { code: 'try-again' as const, run: () => void (turns.isHolding() || settle(upload)) };
    const unchecked = {
      code: 'add-unchecked' as const,
      // The notice stands until it is answered, and the policy may be another one by then.
      run: () => {
        if (!mayGoIn()) return cannotCheck(upload, files);
        give(upload, files).catch(() => parts.notice('file-look'));
      },
    };
    parts.notice('cannot-check', mayGoIn() ? [again, unchecked] : [again]);
  }

  return { settle };
}

function fileOf(end: FileEnd, original: File): File[] {
  if (end === 'left-out') return [];
  return [end === 'original' ? original : end];
}
