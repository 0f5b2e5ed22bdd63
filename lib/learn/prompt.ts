/** Prompts to use instead: they ask for the same help and name nobody. The words are data, in curriculum/prompts.<language>.json. */
import type { Topic } from '../policy/policy.ts';
import type { Band, Tip } from './tip.ts';

export interface Prompt {
  /** Stable across languages: `parent-email-missing-work`. */
  id: string;
  title: string;
  /** What is pasted into a chat. Blanks in [square brackets] are filled with facts about the task, never about a child. */
  text: string;
  /** The id of its task. */
  task: string;
  bands: Band[];
  subjects: Tip['subjects'];
  /** What it is about that a district can turn off. */
  topics: Topic[];
}

/** Something that a teacher asks an AI for: a message to a family, a rubric. */
export interface PromptTask {
  /** `parent-email` */
  id: string;
  title: string;
  topics: Topic[];
  /** How a draft is known to be about it; task-of.ts says how they are read. */
  signs: string[];
  /** Words beside which the signs mean something else. */
  unless: string[];
  prompts: Prompt[];
}

export interface PromptLibrary {
  /** The day on which a person read the words of this language over, YYYY-MM-DD; null where nobody has. */
  reviewed: string | null;
  /** Words with which one asks for something: `write`, `can you`. */
  asks: string[];
  /** What one asks for that is no task of ours: `poem`. */
  others: string[];
  tasks: PromptTask[];
}
