import { Choice } from './Choice.tsx';
import { EraseAll } from './EraseAll.tsx';
import type { SettingsWords } from './settings-words.ts';

interface LabelTimeProps {
  w: SettingsWords;
  /** After how many hours without use labels are forgotten by the teacher's own choice, and by the district's; 0 for none. */
  own: number;
  limit: number;
  failed: string;
  onHours(hours: number): void;
  onForget(): Promise<void>;
}

const HOURS = [1, 4, 12, 24, 72];

/** How long it is known whose labels there are, and a button that ends it now. */
export function LabelTime({ w, own, limit, failed, onHours, onForget }: LabelTimeProps) {
  const isLonger = (hours: number) => limit > 0 && hours >= limit;
  const hours = [...new Set([...HOURS, own])]
    .filter((one) => one > 0 && !isLonger(one))
    .sort((a, b) => a - b);
  const usual: [string, string] = ['0', limit > 0 ? w('value.hours', limit) : w('labels.never')];
  return (
    <>
      <p>{w('labels.intro')}</p>
      <Choice
        id="labels-idle"
        label={w('labels.idle')}
        value={isLonger(own) ? '0' : String(own)}
        onChoose={(value) => onHours(Number(value))}
      >
        {[usual, ...hours.map((one): [string, string] => [String(one), w('value.hours', one)])]}
      </Choice>
      {limit > 0 && <p class="line">{w('labels.limit')}</p>}
      <EraseAll
        words={{
          title: w('labels.forget'),
          sure: w('labels.sure'),
          no: w('labels.no'),
          yes: w('labels.yes'),
          done: w('labels.done'),
          failed,
        }}
        onErase={onForget}
      />
    </>
  );
}
