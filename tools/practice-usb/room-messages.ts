/** What the review page of the practice folder asks the room around it, and how the room answers. */
import type { Message } from '../../lib/messages.ts';

export type Question =
  /** For the background. */
  | { kind: 'message'; message: Message }
  | { kind: 'read'; keys: string | string[] }
  | { kind: 'keep'; values: Record<string, unknown> };

export interface ToRoom {
  id: number;
  question: Question;
}
export interface FromRoom {
  answerTo: number;
  answer: unknown;
}
