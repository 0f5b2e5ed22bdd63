/**
 * COPYING AN ANSWER: page -> copied text -> background, which knows the labels -> clipboard. The page hears nothing of a
 * copy with names; its DOM and its clipboard events never hold one.
 *
 * Everything it needs is passed in.
 */
import type { Answers, CopyChoice } from './messages.ts';
import type { Copied } from './page/copies.ts';
import { mayHoldStandIns } from './redact/may-hold.ts';

/** How answers are copied: the teacher is asked once, or has said it. */
export type CopyNames = 'ask' | CopyChoice;

/** A label of ours or what a model made of it: brackets of some kind, or the word of a person with a number. */
const LABEL_SHAPE =
  /[[(\uFF3B\u3010]\s*\\?\p{L}+[^\][\n]{0,24}?\d|(?<![\p{L}\d])(?:students?|adults?|estudiantes?|adultos?|alumn[oa]s?)[\s*_`-]{1,4}(?:#|n\.?\s?º)?\s?\d/iu;

/** Whether a text holds what looks like a label or a stand-in. Cheap, and sometimes wrongly so: who knows them decides. */
export function mayHoldLabels(text: string): boolean {
  return LABEL_SHAPE.test(text) || mayHoldStandIns(text);
}

export interface CopyParts {
  /** The policy lets names be put back at a copy, and the page is one that is guarded. */
  allowed(): boolean;
  mode(): CopyNames;
  /** In: texts, and what the teacher has just said, if anything. */
  restore(texts: string[], choice: CopyChoice | null): Promise<Answers['copy-restore']>;
  /** Parts of what was copied: its texts, and its HTML with others in their places. */
  textsOf(content: Copied['content']): { texts: string[]; htmlWith(texts: string[]): string };
  put(text: string, html: string | null): Promise<void>;
  /** Asks whether to copy with names from now on. */
  ask(choose: (choice: CopyChoice) => void): void;
  /** Says that it was copied. `unknown`: what is said of labels that nobody knows. */
  done(restored: number, unknown: string): void;
  /** Says that names could not be put back, and that the next copy has labels. */
  failed(): void;
}

/** @returns takes what is copied, and says whether it shall not be copied as it is */
export function copyFlow(parts: CopyParts): (copied: Copied) => boolean {
  /** A copy that failed is not tried again: the teacher would never get the text. */
  let asItIs = false;
  let isAsked = false;

  async function copyWithNames(copied: Copied, choice: CopyChoice | null): Promise<void> {
    const { texts, htmlWith } = parts.textsOf(copied.content);
    const found = await parts.restore([copied.text, ...texts], choice);
    const [text = copied.text, ...others] = found.texts ?? [copied.text, ...texts];
    const [inText = 0, ...inOthers] = found.restored;
    // A label that is half bold stands in no text of its own: then only the plain text can have the name.
    const isSame = inOthers.reduce((sum, n) => sum + n, 0) === inText;
    await parts.put(text, isSame ? htmlWith(others) : null);
    if (found.texts && (inText > 0 || found.unknown !== '')) parts.done(inText, found.unknown);
  }

  async function offer(copied: Copied): Promise<void> {
    const { restored } = await parts.restore([copied.text], null);
    if (isAsked || (restored[0] ?? 0) === 0) return;
    isAsked = true;
    parts.ask((choice) => {
      const then = choice === 'names' ? copyWithNames(copied, choice) : parts.restore([], choice);
      Promise.resolve(then).catch(parts.failed);
    });
  }

  return (copied) => {
    const wanted = parts.allowed() && parts.mode() !== 'labels' && !asItIs && mayHoldLabels(copied.text);
    asItIs = false;
    if (!wanted) return false;
    if (parts.mode() === 'ask') {
      // Until somebody has said so, a copy keeps its labels.
      offer(copied).catch(() => {});
      return false;
    }
    copyWithNames(copied, null).catch(() => {
      asItIs = true;
      parts.failed();
    });
    return true;
  };
}
