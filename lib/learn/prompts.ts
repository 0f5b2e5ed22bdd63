/** The library of prompts as it is shipped. Some 65 KB: pages that must be there at once load it later. */
import en from '../../curriculum/prompts.en.json' with { type: 'json' };
import es from '../../curriculum/prompts.es.json' with { type: 'json' };
import type { Topic } from '../policy/policy.ts';
import type { Pack } from './pack.ts';
import type { Prompt, PromptLibrary, PromptTask } from './prompt.ts';
import { readPrompts } from './read-prompts.ts';
import { closest } from './search.ts';
import { taskOf } from './task-of.ts';
import { withoutTopics } from './tip.ts';

/** The task of what fits no other. */
export const OTHER_TASK = 'other';

/** The library in a language (a BCP 47 tag): Spanish, or English for any other. */
export function libraryIn(language: string): PromptLibrary {
  const raw: unknown = language.toLowerCase().startsWith('es') ? es : en;
  return readPrompts(raw) ?? { reviewed: null, asks: [], others: [], tasks: [] };
}

/** The ids that the prompts of a pack may name. */
export function taskIds(): string[] {
  return [...libraryIn('en').tasks.map(({ id }) => id), OTHER_TASK];
}

/** The tasks and prompts that are not about what a district has turned off. */
export function allowedTasks(tasks: PromptTask[], topicsOff: Topic[]): PromptTask[] {
  return withoutTopics(tasks, topicsOff)
    .map((task) => ({ ...task, prompts: withoutTopics(task.prompts, topicsOff) }))
    .filter(({ prompts }) => prompts.length > 0);
}

/** How many prompts are offered beside a draft. */
const OFFERED = 2;

/**
 * The prompts to offer beside a draft: those of its task that fit it best. In: the draft, in either language; the language
 * of the screen (a BCP 47 tag); the packs that the teacher has; what is turned off. Out: none where the task is not sure.
 */
export function promptsFor(text: string, language: string, packs: Pack[], topicsOff: Topic[]): Prompt[] {
  const known = taskOf(text, libraryIn('en')) ?? taskOf(text, libraryIn('es'));
  const task = allowedTasks(libraryIn(language).tasks, topicsOff).find(({ id }) => id === known?.id);
  if (!task) return [];
  const added = packs.flatMap(({ prompts }) => prompts).filter((one) => one.task === task.id);
  return closest(text, [...withoutTopics(added, topicsOff), ...task.prompts], OFFERED);
}
