import type { Translate } from '../lib/locale.ts';
import { COUNT_KINDS } from '../lib/messages.ts';
import type { WeekCounts } from '../lib/store/counts.ts';

/** In units of the drawing, which grows with the page: one week's place, and the height of the highest bar. */
const STEP = 10;
const HEIGHT = 24;

interface WeekChartProps {
  t: Translate;
  /** The oldest first, also those without any count. */
  weeks: WeekCounts[];
}

/** One row of bars for each kind, all to one scale. It is for the eye; the numbers are in the table below. */
export function WeekChart({ t, weeks }: WeekChartProps) {
  const highest = Math.max(1, ...weeks.flatMap(({ counts }) => Object.values(counts)));
  return (
    <ul class="week-chart" aria-hidden="true">
      {COUNT_KINDS.map((kind) => (
        <li key={kind}>
          <span>{t(`options.counts.${kind}`)}</span>
          <svg viewBox={`0 0 ${weeks.length * STEP} ${HEIGHT}`} preserveAspectRatio="none">
            <title>{t(`options.counts.${kind}`)}</title>
            {weeks.map(({ week, counts }, i) => {
              const high = (counts[kind] / highest) * HEIGHT;
              // One is seen beside a hundred.
              const drawn = counts[kind] > 0 ? Math.max(high, 1) : 0;
              return <rect key={week} x={i * STEP + 1} y={HEIGHT - drawn} width={STEP - 2} height={drawn} />;
            })}
          </svg>
        </li>
      ))}
    </ul>
  );
}
