/** Files in the review page, one after the other: each is read, looked at, and shown where there is something to ask. */
import { render } from 'preact';
import { Checking } from '../../components/Checking.tsx';
import { FileProblem, type Problem } from '../../components/FileProblem.tsx';
import { type Memory, NO_MEMORY } from '../../lib/choices.ts';
import type { Finding } from '../../lib/detect/finding.ts';
import { MOST_BYTES, type OpenedFile, type Unread, FileProblem as Unreadable } from '../../lib/files/file.ts';
import { type Translate, translator } from '../../lib/locale.ts';
import type { FileEnd, FilesRequest, Outcome } from '../../lib/messages.ts';
import type { EffectivePolicy } from '../../lib/policy/policy.ts';
import { askFor } from '../../lib/remote-files.ts';
import { countsOf } from '../../lib/review-plan.ts';
import type { ReviewSession } from '../../lib/review-session.ts';
import { settle } from '../../lib/settle.ts';
import { send } from '../../lib/store/channel.ts';
import { languageOf } from '../../lib/store/language.ts';
import { readHideDetails } from '../../lib/store/settings.ts';
import { spoken } from '../../lib/words.ts';
import { lookAt } from './look.ts';
import { closeSession, keepChoices, openSession } from './session.tsx';
import type { Stage } from './stage.ts';

/** What takes longer than this is shown while it is done. */
const SLOW_MS = 300;
/** What may hold whole texts: a file with it is asked about. Of everything else that was not read, it is said. */
const ASKED = new Set<Unread['what']>(['scanned-page', 'embedded-file', 'archive', 'too-long']);

/** Reviews files, and ends the stage. Rejects where something that it needs does not answer. */
export async function reviewFiles(request: FilesRequest, stage: Stage): Promise<void> {
  const review = new FilesReview(request, stage);
  const ends: FileEnd[] = [];
  for (const [i, file] of request.files.entries()) {
    const end = await review.review(file, i + 1);
    if (!end) return review.end({ kind: 'cancelled' });
    ends.push(end);
  }
  review.end({ kind: 'files', ends, unread: review.unread });
}

/** Whether anything was read in a file but what it says of itself. */
function hasWords({ text, parts }: OpenedFile): boolean {
  return parts.some(
    ({ kind, start, end }) =>
      kind !== 'file-name' &&
      kind !== 'properties' &&
      kind !== 'links' &&
      text.slice(start, end).trim() !== '',
  );
}

interface Read {
  opened: OpenedFile;
  findings: Finding[];
}

class FilesReview {
  /** Of a file that goes in, something was not read. */
  unread = false;
  private readonly request: FilesRequest;
  private readonly stage: Stage;
  private readonly t: Translate;
  private readonly language: string;
  private readonly worker = new Worker(new URL('./file-worker.ts', import.meta.url), { type: 'module' });
  private readonly open = askFor(this.worker);
  private shown: Promise<void> | null = null;
  private isOver = false;

  constructor(request: FilesRequest, stage: Stage) {
    this.request = request;
    // Prompts and words about fairness are about what is asked of an AI, which no file does.
    const beside: Stage['beside'] = async (...about) => ({
      ...(await stage.beside(...about)),
      ...{ prompts: [], Fairness: null },
    });
    this.stage = { ...stage, beside };
    this.language = languageOf(request.policy);
    this.t = translator(this.language);
    document.documentElement.lang = spoken(this.language);
    this.worker.addEventListener('error', () => this.end({ kind: 'failed' }));
  }

  end(outcome: Outcome): void {
    if (this.isOver) return;
    this.isOver = true;
    this.worker.terminate();
    this.stage.end(outcome);
  }

  private ask(): Promise<void> {
    this.shown ??= this.stage.ask();
    return this.shown;
  }

  /**
   * @param pictures the words in a picture are read too
   * @returns how one file ends; null where the teacher has called all of it off
   */
  async review(file: File, number: number, pictures = false): Promise<FileEnd | null> {
    const { request, stage } = this;
    const { memory, notPeople } = await stage.remembered(request.address);
    const policy = { ...request.policy, notPeople };
    const read = await this.slowly('file.reading', file, number, (tell) =>
      this.read(file, policy, tell, pictures),
    );
    if (read === null) return null;
    if (typeof read === 'string') return this.askUnchecked(file, number, read, []);
    const { text, unread, words } = read.opened;
    const isAsked = unread.some(({ what }) => ASKED.has(what));
    // Where it may not go in unchecked, nothing is gained by looking at the rest.
    if (isAsked && !policy.policy.allowUnchecked) return this.askUnchecked(file, number, 'parts', unread);
    // A page that makes up an upload must not learn which name a label stands for.
    const known = { files: false, hidden: 'none' as const, memory: request.byHand ? memory : NO_MEMORY };
    const draft = { text, findings: read.findings, policy, ...known };
    const settled = await settle(draft, stage.vault).catch(() => ({ kind: 'ask' as const }));
    let end: FileEnd | null = 'original';
    // A swapped copy is not the file that the teacher has chosen: it never goes in unseen.
    if (settled.kind === 'swapped' || settled.kind === 'ask' || request.policyLate) {
      end = await this.showFile(file, number, read, policy, memory);
    } else if (words) return this.askUnchecked(file, number, 'picture-clean', unread);
    else if (isAsked) return this.askUnchecked(file, number, 'parts', unread);
    if (unread.length > 0 && end !== 'left-out') this.unread = true;
    return end;
  }

  /**
   * Reads a file and looks for details in it.
   * @returns what is wrong with it, where it cannot be read
   */
  private async read(
    file: File,
    policy: EffectivePolicy,
    tell: (share: number) => void,
    pictures: boolean,
  ): Promise<Read | Problem | null> {
    // It is not even read into memory.
    if (file.size > MOST_BYTES) return 'too-large';
    try {
      const opened = await this.open(file, { pictures, progress: (share) => tell(share / 2) });
      if (opened.kind === 'image' && !pictures) return 'picture';
      if ((opened.unread.length > 0 || pictures) && !hasWords(opened)) return 'nothing-read';
      const findings = await lookAt(opened.text, policy, {
        stopped: () => this.isOver,
        onShare: (share) => tell((1 + share) / 2),
      });
      return findings && { opened, findings };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return error.code === 'cancelled' ? null : error.code;
    }
  }

  private which(number: number): string | undefined {
    const { length } = this.request.files;
    return length > 1 ? this.t('file.of', number, length) : undefined;
  }

  /** Does something, and shows how far it is where it takes a while. */
  private async slowly<T>(
    title: 'file.reading' | 'file.copying',
    file: File,
    number: number,
    run: (tell: (share: number) => void) => Promise<T>,
  ): Promise<T> {
    closeSession(this.stage);
    let share = 0;
    let isDone = false;
    let isDrawn = false;
    const draw = () => {
      if (isDone || this.isOver) return;
      isDrawn = true;
      render(
        <Checking
          title={this.t(title, file.name)}
          which={this.which(number)}
          share={share}
          t={this.t}
          onCancel={() => this.end({ kind: 'cancelled' })}
        />,
        this.stage.app,
      );
    };
    // What stands there already is answered, and must not be answered twice.
    if (this.shown) draw();
    const timer = setTimeout(() => void this.ask().then(draw), SLOW_MS);
    try {
      return await run((done) => {
        share = done;
        if (isDrawn) draw();
      });
    } finally {
      isDone = true;
      clearTimeout(timer);
    }
  }

  /** Asks about a file that was not checked, or not all of it. */
  private async askUnchecked(
    file: File,
    number: number,
    problem: Problem,
    unread: Unread[],
  ): Promise<FileEnd | null> {
    const { policy, sources } = this.request.policy;
    const mayNot = sources.allowUnchecked === 'district' ? 'no.district' : 'no';
    const isRead = problem === 'picture-clean';
    await this.ask();
    return new Promise((resolve) => {
      render(
        <FileProblem
          key={`${number} ${problem}`}
          name={file.name}
          which={this.which(number)}
          problem={problem}
          unread={unread}
          picture={isRead ? file : undefined}
          mayUse={policy.allowUnchecked || isRead ? 'yes' : mayNot}
          t={this.t}
          onOriginal={() => resolve('original')}
          onRead={problem === 'picture' ? () => resolve(this.review(file, number, true)) : undefined}
          onLeaveOut={this.request.files.length > 1 ? () => resolve('left-out') : undefined}
          onCancel={() => resolve(null)}
          onCovered={this.stage.covered}
        />,
        this.stage.app,
      );
    });
  }

  /** Shows what was found in a file, and makes the copy that the teacher wants. */
  private async showFile(
    file: File,
    number: number,
    { opened, findings }: Read,
    policy: EffectivePolicy,
    memory: Memory,
  ): Promise<FileEnd | null> {
    const { request, stage, t, language } = this;
    const hideDetails = await readHideDetails();
    await this.ask();
    const { kind, text, parts, unread, words } = opened;
    const picture = words ? { blob: file, words } : null;
    const of = request.files.length;
    let isUsed = false;
    return new Promise((resolve, reject) => {
      openSession(
        {
          ...{ text, findings, policy, memory, hideDetails, wantsLine: false, t, language },
          ...{ hidden: 'none', files: false, policyLate: request.policyLate },
          file: { name: file.name, kind, parts, unread, picture, number, of },
        },
        stage,
        {
          use: async (session) => {
            // A second press while the last label comes.
            if (isUsed) return;
            isUsed = true;
            resolve(await this.copyOf(file, number, opened, session));
          },
          original: async () => resolve('original'),
          cancel: () => resolve(null),
          ...(of > 1 && { leaveOut: () => resolve('left-out') }),
          fail: reject,
        },
      ).catch(reject);
    });
  }

  /** Makes the swapped copy. Its rewriter has read it again: what was swapped stands nowhere in it. */
  private async copyOf(
    file: File,
    number: number,
    opened: OpenedFile,
    session: ReviewSession,
  ): Promise<FileEnd | null> {
    const swaps = await session.swaps();
    if (swaps.length === 0) return 'original';
    const copy = await this.slowly('file.copying', file, number, async (progress) => {
      try {
        const { name, type, bytes } = await opened.rewrite(swaps, { progress });
        return new File([bytes], name, { type });
      } catch (error) {
        if (error instanceof Unreadable) return null;
        throw error;
      }
    });
    if (!copy) return this.askUnchecked(file, number, 'copy', []);
    const counts = { ...countsOf(session.items), documents: 1 };
    void send({ type: 'counts-add', counts }).catch(() => {});
    // The offer to swap without asking stands in reviews of text only.
    const ended = { ...session.ended(), withoutAsking: null };
    await keepChoices(ended, this.stage, this.request.address);
    return copy;
  }
}
