/** The words of the practice room, of presenter mode and of the handout: data in practice/*.json that a trainer can edit. */
import agendaEn from '../../practice/agenda.en.json' with { type: 'json' };
import agendaEs from '../../practice/agenda.es.json' with { type: 'json' };
import handoutEn from '../../practice/handout.en.json' with { type: 'json' };
import handoutEs from '../../practice/handout.es.json' with { type: 'json' };
import schoolEn from '../../practice/school.en.json' with { type: 'json' };
import schoolEs from '../../practice/school.es.json' with { type: 'json' };
import type { Topic } from '../policy/policy.ts';
import type { Spoken } from '../words.ts';

/** Something to paste, with what the practice assistant says to it. */
export interface Sample {
  id: string;
  title: string;
  hint: string;
  text: string;
  /** `{Student 2}` becomes the second student label of the message. */
  answer: string;
  /** Nothing in it may stop a paste. */
  clean?: boolean;
}

/** A sentence about one child that details are added to and taken from. */
export interface Puzzle {
  start: string;
  and: string;
  /** What the sentence says without any detail. */
  none: string;
  end: string;
  details: string[];
  /** The same request in broad words. */
  broad: string;
}

/** One prompt with two names, and what an assistant answered to each. */
interface Pair {
  prompt: string;
  names: string[];
  answers: string[];
  changed: string[];
  better: string;
  source: string;
}

/** A school that does not exist. */
export interface School {
  /** Stands on everything invented. */
  watermark: string;
  school: string;
  about: string;
  samples: Sample[];
  /** The answer to a message that is none of the samples. */
  otherAnswer: string;
  /** Stands in an answer where the message has no label. */
  withoutLabel: string;
  puzzle: Puzzle;
  pair: Pair;
}

/** `talk`: lines. `predict`: samples, then what is found in them. `try`: the room itself. `quiz`: a question and its answer. */
export const STEP_KINDS = ['talk', 'predict', 'try', 'puzzle', 'pair', 'quiz'] as const;

/** One step of a training, as the trainer and the people in the room see it. */
export interface Step {
  /** One of STEP_KINDS. */
  kind: string;
  title: string;
  notes: string[];
  discuss: string[];
  /** Left out where the district has turned this topic off. */
  topic?: string;
  screen?: string[];
  /** What hands are raised for, before the answer is shown. */
  question?: string;
  choices?: string[];
  /** Which of the choices is right, from 0. */
  answer?: number;
  reason?: string;
  sample?: string;
  samples?: string[];
  /** The same task without a child in it. */
  after?: string;
  afterWhy?: string;
}

export interface Agenda {
  agendas: { minutes: number; steps: { step: string; minutes: number }[] }[];
  steps: Record<string, Step>;
}

type Handout = typeof handoutEn;

export interface Content {
  school: School;
  agenda: Agenda;
  handout: Handout;
}

const CONTENT: Record<Spoken, Content> = {
  en: { school: schoolEn, agenda: agendaEn, handout: handoutEn },
  es: { school: schoolEs, agenda: agendaEs, handout: handoutEs },
};

export function contentIn(language: Spoken): Content {
  return CONTENT[language];
}

/** A step with its place in an agenda. */
export interface PlannedStep extends Step {
  id: string;
  /** How long it is planned to take. */
  minutes: number;
}

/** The steps of the agenda of so many minutes, without those about a topic that the district has turned off. */
export function stepsOf({ agendas, steps }: Agenda, minutes: number, topicsOff: Topic[]): PlannedStep[] {
  const planned = agendas.find((one) => one.minutes === minutes)?.steps ?? [];
  return planned.flatMap(({ step: id, minutes }) => {
    const step = steps[id];
    const off = step?.topic !== undefined && (topicsOff as string[]).includes(step.topic);
    return step && !off ? [{ ...step, id, minutes }] : [];
  });
}

/** How often `next` has something more to show in a step, the first look included. */
export function stagesOf({ kind, samples }: Step): number {
  switch (kind) {
    case 'predict':
      return 2 * (samples?.length ?? 1);
    case 'pair':
      return 3;
    case 'try':
    case 'puzzle':
    case 'quiz':
      return 2;
    default:
      return 1;
  }
}
