import { useEffect, useState } from 'preact/hooks';
import type { hearArrivals } from '../../lib/page/arrivals.ts';
import type { Policy } from '../../lib/policy/policy.ts';
import type { Content } from '../../lib/practice/content.ts';
import type { Look } from '../../lib/practice/look.ts';
import { type Spoken, translatorOf } from '../../lib/words.ts';
import words from '../../locales/practice.json' with { type: 'json' };

/** What the district says that the practice shows. */
type DistrictWords = Pick<Policy, 'topicsOff' | 'privacyContact' | 'safetyContact'>;

/** What the practice needs from where it stands: an extension page, or a folder on a USB stick. */
export interface PracticeParts {
  language: Spoken;
  /** It stands in a folder, and nothing guards the chats of this browser. */
  usb: boolean;
  district: DistrictWords;
  /** What Chalkline would do with a text, under the policy in force. */
  look(text: string): Promise<Look>;
  /** Sets who hears what is pasted and dropped. */
  hear: ReturnType<typeof hearArrivals>;
  /** Another language was chosen. */
  speak(language: Spoken): void;
  /** Forgets what was chosen and swapped here. */
  startOver(): void;
}

type PracticeWord = keyof (typeof words)['en'];
export type Say = (key: PracticeWord, ...args: (string | number)[]) => string;

/** The words of the practice pages. */
export function sayIn(language: Spoken): Say {
  return translatorOf(words, language);
}

/** What every part of the practice is given. */
export interface Here {
  parts: PracticeParts;
  content: Content;
  t: Say;
  language: Spoken;
}

/** What Chalkline would do with a text; null until that is known. */
export function useLook(text: string, { look }: PracticeParts): Look | null {
  const [seen, setSeen] = useState<{ text: string; look: Look } | null>(null);
  useEffect(() => {
    let wanted = true;
    void look(text).then((found) => wanted && setSeen({ text, look: found }));
    return () => {
      wanted = false;
    };
  }, [text, look]);
  return seen?.text === text ? seen.look : null;
}

/** Whether keys belong to what has the focus. A check box needs none of those that a presenter uses. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('textarea, select, input:not([type="checkbox"])') !== null
  );
}
