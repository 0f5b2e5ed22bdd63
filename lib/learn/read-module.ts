import type { Module } from './module.ts';
import { isListOf, isObject, isText, isTexts } from './shape.ts';
import { BANDS, type Quiz, SUBJECTS, type Tip, TOPICS } from './tip.ts';

/**
 * Reads a file of the curriculum, which a trainer may have edited. In: the parsed JSON. Out: the module with the tips that
 * are whole; one with a missing or wrong field is left out, so that it can be shown nowhere half; null where the module
 * itself is not whole. Throws nothing.
 */
export function readModule(raw: unknown): Module | null {
  if (!isObject(raw)) return null;
  const { id, title, goal, minutes, frameworks, reviewed, lesson, tips } = raw;
  const whole =
    isText(id) &&
    isText(title) &&
    isText(goal) &&
    typeof minutes === 'number' &&
    isTexts(frameworks) &&
    (reviewed === null || isText(reviewed)) &&
    isTexts(lesson) &&
    Array.isArray(tips);
  if (!whole) return null;
  const good = tips.filter(isTip).map((tip): Tip => ({ ...tip, module: id }));
  return { id, title, goal, minutes, frameworks, reviewed, lesson, tips: good };
}

function isTip(raw: unknown): raw is Omit<Tip, 'module'> {
  if (!isObject(raw)) return false;
  const texts = ['id', 'idea', 'why', 'tryInstead', 'source', 'checked'];
  return (
    texts.every((name) => isText(raw[name])) &&
    isListOf(raw.categories, (one) => typeof one === 'string') &&
    isListOf(raw.bands, (one) => (BANDS as readonly unknown[]).includes(one)) &&
    isListOf(raw.subjects, (one) => (SUBJECTS as readonly unknown[]).includes(one)) &&
    isListOf(raw.topics, (one) => (TOPICS as readonly unknown[]).includes(one)) &&
    isQuiz(raw.quiz)
  );
}

function isQuiz(raw: unknown): raw is Quiz {
  if (!isObject(raw)) return false;
  const { question, choices, answer, reason } = raw;
  return isText(question) && isTexts(choices) && isText(reason) && Object.hasOwn(choices, answer as number);
}
