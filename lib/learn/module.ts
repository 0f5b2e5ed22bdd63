/** One module of the curriculum: a five-minute lesson with its tips. The words are data, in curriculum/<module>.<language>.json. */
import type { Tip } from './tip.ts';

export interface Module {
  /** `M2` */
  id: string;
  title: string;
  /** What a teacher can do after it. */
  goal: string;
  minutes: number;
  /** Where it stands in the frameworks of the field: `AFT: privacy`. */
  frameworks: string[];
  /** The day on which a person read the words of this language over, YYYY-MM-DD; null where nobody has. */
  reviewed: string | null;
  /** Paragraphs. */
  lesson: string[];
  tips: Tip[];
}
