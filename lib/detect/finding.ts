/**
 * What the detector says about a text. Nothing here ever carries text of the draft:
 * slice the draft with the span, and take sentences from `locales/`.
 */
import type { CategoryId } from './category.ts';

/** A range of a text in UTF-16 code units, end-exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** Who a person is to the teacher. `unknown` is treated as a student. */
export type Role = 'student' | 'family' | 'staff' | 'self' | 'unknown';

/** One reason for a finding: `code` names a sentence in `locales/` (`because.<code>`), `args` fill it. Never text of the draft. */
export interface Because {
  code: string;
  args: (string | number)[];
}

/** What a recognizer returns: a finding before mentions are linked into entities. */
export interface Candidate {
  span: Span;
  category: CategoryId;
  /** 0 to 1; 0.8 means right four times in five. */
  score: number;
  /** Id of the recognizer that found it. */
  recognizer: string;
  /** Set for `person-name`, and for an e-mail address at a staff domain of the policy. */
  role?: Role;
  because: Because[];
}

/** A located, scored mention. Findings with the same `entity` are mentions of one person or one value. */
export interface Finding extends Candidate {
  entity: number;
  /**
   * Set where a name fits two or more people of the text: their `entity` numbers, rising. The mention is then nobody's
   * but its own, since a guess could name the wrong child. Not set where it is plain who is meant.
   */
  fits?: number[];
}
