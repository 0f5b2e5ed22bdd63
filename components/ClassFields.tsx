import { useState } from 'preact/hooks';
import { dayAfter } from '../lib/class-list/days.ts';
import { isDay, tidy } from '../lib/class-list/person.ts';
import type { ClassesWords } from './classes-words.ts';

interface Given {
  w: ClassesWords;
  today: string;
  mostDays: number;
}

export interface ClassFieldsState {
  name: string;
  ends: string;
  wrong: '' | 'name.missing' | 'ends.missing';
  set(part: { name?: string; ends?: string }): void;
  /** What stands in the fields; null where something is missing, which is said then. */
  read(): { name: string; ends: string } | null;
}

/** What stands in the fields of a class. */
export function useClassFields({ today }: Given, name: string, ends: string): ClassFieldsState {
  const [values, setValues] = useState({ name, ends });
  const [wrong, setWrong] = useState<ClassFieldsState['wrong']>('');
  return {
    ...values,
    wrong,
    set(part) {
      setWrong('');
      setValues({ ...values, ...part });
    },
    read() {
      const missing =
        tidy(values.name) === ''
          ? 'name.missing'
          : !isDay(values.ends) || values.ends < today
            ? 'ends.missing'
            : '';
      setWrong(missing);
      return missing === '' ? { name: tidy(values.name), ends: values.ends } : null;
    },
  };
}

interface ClassFieldsProps extends Given {
  /** Tells its fields from those of other classes. */
  id: string;
  fields: ClassFieldsState;
  /** The day on which it was added, from which the district counts. */
  added?: string;
}

/** The name of a class, and the last day on which it is kept. */
export function ClassFields({ w, today, mostDays, id, fields, added = today }: ClassFieldsProps) {
  const trouble = `${id}-trouble`;
  return (
    <>
      <div class="two">
        <div class="field">
          <label for={`${id}-name`}>{w('name')}</label>
          <input
            id={`${id}-name`}
            value={fields.name}
            maxLength={80}
            aria-describedby={trouble}
            aria-invalid={fields.wrong === 'name.missing'}
            onInput={({ currentTarget }) => fields.set({ name: currentTarget.value })}
          />
        </div>
        <div class="field">
          <label for={`${id}-ends`}>{w('ends')}</label>
          <input
            id={`${id}-ends`}
            type="date"
            min={today}
            max={mostDays > 0 ? dayAfter(added, mostDays) : undefined}
            value={fields.ends}
            aria-describedby={`${id}-hint ${trouble}`}
            aria-invalid={fields.wrong === 'ends.missing'}
            onInput={({ currentTarget }) => fields.set({ ends: currentTarget.value })}
          />
        </div>
      </div>
      <p id={`${id}-hint`} class="line">
        {w('ends.hint')} {mostDays > 0 && w('ends.limit', mostDays)}
      </p>
      <div id={trouble} role="status">
        {fields.wrong !== '' && <p class="problem">{w(fields.wrong)}</p>}
      </div>
    </>
  );
}
