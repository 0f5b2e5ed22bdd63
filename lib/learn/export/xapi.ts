import type { Module } from '../module.ts';
import { LESSON, minutesOf, moduleProgress, type Progress } from '../progress.ts';
import type { Tip } from '../tip.ts';
import { factId, HOME, momentOf, type Who } from './record.ts';

/** Verbs and kinds of activity of the ADL vocabulary. */
const ADL = 'http://adlnet.gov/expapi';
type Verb = 'experienced' | 'answered' | 'completed';

interface Activity {
  objectType: 'Activity';
  id: string;
  definition: { type: string; name: Record<string, string>; description?: Record<string, string> };
}

/** A statement of xAPI 1.0.3 (github.com/adlnet/xAPI-Spec), as far as we use it. */
export interface Statement {
  id: string;
  actor: {
    objectType: 'Agent';
    name: string;
    mbox?: string;
    account?: { homePage: string; name: string };
  };
  verb: { id: string; display: Record<string, string> };
  object: Activity;
  result?: { completion?: boolean; success?: boolean; duration?: string };
  context: {
    platform: string;
    language: string;
    contextActivities: { parent?: Activity[]; grouping: Activity[] };
    extensions?: Record<string, string>;
  };
  /** Noon UTC of the day: no time of day is kept. */
  timestamp: string;
}

/**
 * The record as statements: what was read (`experienced`), what was answered right (`answered`) and which modules are done
 * (`completed`, with the minutes). In: `language` as a BCP 47 tag, of the titles. Without an e-mail address the actor is an
 * account that goes by a random number.
 */
export function toStatements(modules: Module[], progress: Progress, who: Who, language: string): Statement[] {
  const actor: Statement['actor'] = {
    objectType: 'Agent',
    name: who.name,
    ...(who.email ? { mbox: mailto(who.email) } : { account: { homePage: HOME, name: progress.id } }),
  };
  const activity = (path: string, type: string, name: string, description?: string): Activity => ({
    objectType: 'Activity',
    id: `${HOME}/${path}`,
    definition: {
      type: `${ADL}/activities/${type}`,
      name: { [language]: name },
      ...(description && { description: { [language]: description } }),
    },
  });
  const course = activity('curriculum', 'course', 'Chalkline');
  const moduleOf = ({ id, title, goal }: Module) => activity(`module/${id}`, 'module', title, goal);
  const tell = (
    verb: Verb,
    object: Activity,
    day: string,
    parent: Activity | null,
    result?: Statement['result'],
  ): Statement => {
    const fact = {
      actor,
      verb: { id: `${ADL}/verbs/${verb}`, display: { 'en-US': verb } },
      object,
      ...(result && { result }),
      context: {
        platform: 'Chalkline',
        language,
        contextActivities: { ...(parent && { parent: [parent] }), grouping: [course] },
        ...(who.school && { extensions: { [`${HOME}/school`]: who.school } }),
      },
      timestamp: momentOf(day),
    };
    return { id: factId(progress.id, JSON.stringify(fact)), ...fact };
  };
  return modules.flatMap((module) => {
    const one = moduleProgress(progress, module.id);
    const parent = moduleOf(module);
    const whereDay = (days: Record<string, string>, id: string, make: (day: string) => Statement) =>
      Object.hasOwn(days, id) ? [make(days[id]!)] : [];
    const tip = ({ id, idea }: Tip) => activity(`tip/${id}`, 'lesson', idea);
    const question = ({ id, quiz }: Tip) => activity(`question/${id}`, 'question', quiz.question);
    const right = { completion: true, success: true };
    return [
      ...whereDay(one.read, LESSON, (day) =>
        tell('experienced', activity(`lesson/${module.id}`, 'lesson', module.title), day, parent),
      ),
      ...module.tips.flatMap((each) => [
        ...whereDay(one.read, each.id, (day) => tell('experienced', tip(each), day, parent)),
        ...whereDay(one.right, each.id, (day) => tell('answered', question(each), day, parent, right)),
      ]),
      ...(one.done
        ? [
            tell('completed', parent, one.done, null, {
              completion: true,
              duration: `PT${minutesOf(one)}M`,
            }),
          ]
        : []),
    ];
  });
}

/** An e-mail address as an IRI (RFC 6068). */
function mailto(email: string): string {
  return `mailto:${email.split('@').map(encodeURIComponent).join('@').replaceAll('%2B', '+')}`;
}
