import { TOPICS } from '../policy/policy.ts';
import type { Prompt, PromptLibrary, PromptTask } from './prompt.ts';
import { isListOf, isObject, isText, isTexts } from './shape.ts';
import { BANDS, SUBJECTS } from './tip.ts';

/**
 * Reads a file of prompts, which a trainer may have edited. In: the parsed JSON. Out: the tasks and prompts that are
 * whole; one with a missing or wrong field is left out, and so is a task without prompts; null where the file itself is
 * not whole. Throws nothing.
 */
export function readPrompts(raw: unknown): PromptLibrary | null {
  if (!isObject(raw)) return null;
  const { reviewed, asks, others, tasks } = raw;
  const whole =
    (reviewed === null || isText(reviewed)) &&
    isTexts(asks) &&
    isListOf(others, isText) &&
    Array.isArray(tasks);
  if (!whole) return null;
  return { reviewed, asks, others: others as string[], tasks: tasks.flatMap((task) => readTask(task) ?? []) };
}

function readTask(raw: unknown): PromptTask | null {
  if (!isObject(raw)) return null;
  const { id, title, topics, signs, unless = [], prompts } = raw;
  const whole =
    isText(id) &&
    isText(title) &&
    areTopics(topics) &&
    isTexts(signs) &&
    isListOf(unless, isText) &&
    Array.isArray(prompts);
  if (!whole) return null;
  const good = prompts.filter(isPrompt).map((prompt): Prompt => ({ ...prompt, task: id }));
  return good.length > 0 ? { id, title, topics, signs, unless: unless as string[], prompts: good } : null;
}

function isPrompt(raw: unknown): raw is Omit<Prompt, 'task'> {
  return (
    isObject(raw) &&
    ['id', 'title', 'text'].every((name) => isText(raw[name])) &&
    areBands(raw.bands) &&
    areSubjects(raw.subjects) &&
    areTopics(raw.topics)
  );
}

export function areBands(value: unknown): value is Prompt['bands'] {
  return isListOf(value, (one) => (BANDS as readonly unknown[]).includes(one));
}

export function areSubjects(value: unknown): value is Prompt['subjects'] {
  return isListOf(value, (one) => (SUBJECTS as readonly unknown[]).includes(one));
}

export function areTopics(value: unknown): value is Prompt['topics'] {
  return isListOf(value, (one) => (TOPICS as readonly unknown[]).includes(one));
}
