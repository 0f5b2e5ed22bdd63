import { expect, test } from 'vitest';
import { libraryIn } from '../../lib/learn/prompts.ts';
import { taskOf } from '../../lib/learn/task-of.ts';

const task = (text: string, language: 'en' | 'es') => taskOf(text, libraryIn(language))?.id ?? null;

test.each([
  ["Can you write an email to Maya's mom about the missing homework?", 'parent-email'],
  ['Maya was late again. please draft a short, warm two-paragraph note to her grandmother', 'parent-email'],
  ['help me write a 1 line positive note home', 'parent-email'],
  ['Write measurable annual goals for a 5th grader who reads 62 words a minute', 'iep'],
  ['I need 504 accommodations for a boy who cannot sit still, list the easy ones first', 'iep'],
  ['give me a rubric for a shoebox diorama, four rows', 'rubric'],
  ['Rewrite this article at three reading levels', 'differentiation'],
  ['need a sub plan for tomorrow, 2nd grade', 'sub-plan'],
  ['Write report card comments for Maya, Devon and Grace', 'report-card'],
  ['I need a behavior plan for a boy who throws shoes', 'behavior'],
  ['Draft a letter of recommendation for Maya Lopez. She leads the robotics club.', 'recommendation'],
  ['Turn this into meeting minutes', 'meeting-notes'],
  ['I need a bell ringer on fractions', 'lesson-hook'],
  ['Make 10 multiple choice questions on photosynthesis', 'quiz'],
  ['Write feedback on this essay', 'feedback-bank'],
  ['Translate this letter for the families in Spanish', 'translation'],
])('%s', (text, id) => {
  expect(task(text, 'en')).toBe(id);
});

test.each([
  // Nobody asks for anything.
  "I emailed Maya's mom about the missing homework.",
  'The rubric is on page 4.',
  'Dear Mrs. Lopez, Maya has missed four days.',
  'She asked me to write an email to her mom.',
  'Students will write a letter to a family member.',
  '',
  // Something else is asked for first.
  'Write a story about a girl who sends an email to her mom.',
  'Write a poem about the letter that a father wrote to his family.',
  'Draft a lesson plan in which students make a rubric.',
  // The words mean something else here.
  'Write a letter to your family about what you learned.',
  'Help me write a note to the principal. His mom is upset.',
  'Write a polite note to the sub coordinator.',
  'Make a list of who missed the quiz.',
  'Write fake report card comments for Captain Ahab.',
  'Score this essay using the rubric.',
  'Translate this letter from a parent into English.',
  // Too far from what asks, or from each other.
  'Write three sentences on how the class went today and why I think that nobody did the quiz',
  'Write a note that he leaves at noon on Monday and takes the second bus, since his mom works',
  // Two tasks, and nothing that says which.
  'Write a rubric for the poster. Then write an email to the parents.',
])('near miss: %s', (text) => {
  expect(task(text, 'en')).toBeNull();
});

test.each([
  ['Escribe un correo a la mamá de Maya sobre las tareas.', 'parent-email'],
  ['ayúdame con un mensaje corto para la mama de Diego', 'parent-email'],
  ['Necesito tres metas medibles para el IEP', 'iep'],
  ['hazme una rubrica para el cartel', 'rubric'],
  ['Necesito la misma lectura en dos niveles', 'differentiation'],
  ['Prepara un plan para el suplente de mañana', 'sub-plan'],
  ['Necesito comentarios de boleta para estos cuatro', 'report-card'],
  ['hazme un plan de conducta sencillo para un niño de segundo', 'behavior'],
  ['Redacta una carta de recomendación para Maya López', 'recommendation'],
  ['dame 8 preguntas de opción múltiple de don Quijote', 'quiz'],
  ['Traduce este aviso para las familias', 'translation'],
])('in Spanish: %s', (text, id) => {
  expect(task(text, 'es')).toBe(id);
});

test.each([
  'Le escribí un correo a la mamá de Maya.',
  'La rúbrica está en la página 4.',
  'Escribe un cuento de una niña que manda una carta a su mamá.',
  'Escribe una carta a tu mamá.',
  'Redacta una nota a la directora. La mamá está molesta.',
  'Dame el boleto del museo y la lista de precios.',
  'Traduce al inglés esta carta del papá.',
])('near miss in Spanish: %s', (text) => {
  expect(task(text, 'es')).toBeNull();
});

test('what stands in the middle of a long text was pasted, not asked', () => {
  const filler = 'The plates move slowly and the crust breaks. '.repeat(60);
  const ask = 'Write an email to the parents about this. ';
  expect(task(ask + filler, 'en')).toBe('parent-email');
  expect(task(`${filler}\n${ask}`, 'en')).toBe('parent-email');
  expect(task(`${filler}\n${ask}\n${filler}`, 'en')).toBeNull();
});
