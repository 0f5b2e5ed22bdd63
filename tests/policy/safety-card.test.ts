/** When a review begins with whom to tell: with the real detector and the standard policy. */
import { describe, expect, test } from 'vitest';
import { decide, isAlarmAction } from '../../lib/policy/decide.ts';
import { mergePolicies } from '../../lib/policy/merge.ts';
import { detector } from '../detect/load.ts';

const policy = mergePolicies({ district: {}, teacher: {} });
const isDanger = (text: string) =>
  decide(text, detector.detect(text), policy).some(
    ({ finding, action }) => finding.category === 'safety' && isAlarmAction(action),
  );

describe('a child may be in danger', () => {
  test.each([
    'Maya Lopez told me her dad hits her and showed me bruises on her arm. Help me write it down.',
    'Devon Carter said he wants to kill himself. What do I say to his mom?',
    'A student in my class told me that her uncle touches her. How do I write this up?',
    'Diego brought a knife to school today and showed it to two friends in the bathroom.',
    'My student Aisha wrote in her journal that she has been cutting herself again.',
    'He said his stepfather locks him in the basement and does not feed him.',
    'Leo Kim posted that he is going to shoot up the school on Friday.',
    'Please summarize: Ana Ruiz says she is afraid to go home because her father beats her.',
    'Valeria me contó que su padrastro le pega y que tiene miedo de volver a casa.',
    'Mi alumno Diego Ruiz escribió que ya no quiere vivir.',
  ])('%s', (text) => {
    expect(isDanger(text)).toBe(true);
  });
});

describe('a story, a drill or a lesson is no danger, also beside a student', () => {
  test.each([
    // Stories and plays.
    'Maya Lopez wrote about Jonas, whose father hurts people in The Giver.',
    'Give feedback on this essay by Devon Carter: In Hamlet, Ophelia drowns herself after her father is killed.',
    'Leo Kim compared how Romeo and Juliet each choose to die in the last act.',
    'Aisha is reading Speak. Write three discussion questions about how Melinda finds her voice after the assault.',
    'In Of Mice and Men, George shoots Lennie. Help Diego Ruiz explain why.',
    'Ana Ruiz says the father in the novel beats his son, and she wants a quote for that.',
    'Write a quiz on The Outsiders for Grace Kim: who kills Bob, and where do they hide?',
    'Noah needs help with his summary of Lord of the Flies, where Jack and the hunters kill Simon.',
    'Kira wrote a poem about a knight who brought a sword to the feast and was killed.',
    'El alumno Diego Ruiz escribió que en el cuento el padre le pega al niño.',
    'Valeria leyó Bodas de sangre, donde los dos hombres se matan con cuchillos.',
    // Drills, training and rules.
    'The lockdown drill is on Friday. Ask Maya Lopez to lead her group to the corner.',
    'Fire drill at 10. Devon Carter holds the door.',
    'Write a note to the family of Leo Kim about the lockdown drill and what we practice.',
    'Our school has suicide prevention training on Monday. Aisha Khan is the student speaker.',
    'Rewrite the weapons policy in plain words for families. Grace Kim will translate it.',
    'Plan a poster for child abuse awareness month with Noah and Kira.',
    'Bomb threat procedures are in the red binder. Ana Ruiz is the runner for room 12.',
    'El simulacro de evacuación es el lunes. Diego Ruiz lleva la lista.',
    // Lessons, history, science and health.
    'Diego Ruiz gave a talk on the Civil War and how many soldiers were shot at Gettysburg.',
    'Write a rubric for the research paper by Maya Lopez on gun laws and the Second Amendment.',
    'Devon Carter presented on how Lincoln was shot at the theater in 1865.',
    'Leo Kim made a poster on the signs of an overdose for health class.',
    'Aisha Khan asked why people in the Middle Ages were hanged or burned.',
    'Plan a debate: Grace Kim argues for, Noah against, whether violent video games hurt children.',
    'Kira wrote her science report on how drug abuse changes the brain.',
    'Ana Ruiz interviewed a veteran who carried a rifle in Vietnam.',
    'Valeria presentó un trabajo sobre la guerra y los soldados que murieron.',
    // Games, sport and idioms.
    'Maya Lopez killed it at the talent show last night.',
    'Devon Carter shoots hoops after school and needs a later bus.',
    'Leo Kim is killing time before the bus. Suggest a quiet game.',
    'Aisha Khan brought a glue gun to art club.',
    'Diego Ruiz is cutting shapes for the fractions lesson.',
    'Grace Kim is dying to know her grade on the poster.',
    'Noah got a bruise at soccer practice and sits out today.',
    'Kira wrote a story about a dragon that burns a village.',
  ])('%s', (text) => {
    expect(isDanger(text)).toBe(false);
  });
});
