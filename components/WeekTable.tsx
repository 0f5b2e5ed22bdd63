import type { Translate } from '../lib/locale.ts';
import { COUNT_KINDS } from '../lib/messages.ts';
import type { WeekCounts } from '../lib/store/counts.ts';

interface WeekTableProps {
  t: Translate;
  /** A BCP 47 tag. */
  language: string;
  weeks: WeekCounts[];
  labelledBy: string;
}

/** What was swapped in each week, as five numbers. */
export function WeekTable({ t, language, weeks, labelledBy }: WeekTableProps) {
  if (weeks.length === 0) return <p class="line">{t('options.counts.none')}</p>;
  // Noon, since a day begins at another hour where the clock is put forward at midnight.
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const day = (week: string) => format.format(new Date(`${week}T12:00`));
  return (
    <table aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{t('options.counts.week')}</th>
          {COUNT_KINDS.map((kind) => (
            <th key={kind} scope="col">
              {t(`options.counts.${kind}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ week, counts }) => (
          <tr key={week}>
            <th scope="row">{day(week)}</th>
            {COUNT_KINDS.map((kind) => (
              <td key={kind} data-kind={t(`options.counts.${kind}`)}>
                {counts[kind]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
