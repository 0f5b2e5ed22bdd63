/** Reports about AI tools. They are looked through before they are stored, and leave only as a file that the teacher saves. */
import { render } from 'preact';
import { saveFile } from '../../components/save-file.ts';
import { Voice } from '../../components/Voice.tsx';
import '../../components/style.css';
import '../../components/voice.css';
import { lazyDetector } from '../../lib/lazy-detector.ts';
import { patternsOf } from '../../lib/lazy-patterns.ts';
import {
  type Detail,
  detailsIn,
  type ReportDraft,
  TEXT_FIELDS,
  toCsv,
  toJson,
} from '../../lib/learn/report.ts';
import { translator } from '../../lib/locale.ts';
import { addKnown } from '../../lib/policy/known.ts';
import { SITES } from '../../lib/sites/match.ts';
import { readDigest } from '../../lib/store/class-digest.ts';
import { weekOf } from '../../lib/store/counts.ts';
import { pageLanguage } from '../../lib/store/language.ts';
import { addReport, deleteReport, readAllReports } from '../../lib/store/reports.ts';
import { readPolicy, readSharedPolicy } from '../../lib/store/settings.ts';
import { spoken, translatorOf } from '../../lib/words.ts';
import words from '../../locales/voice.json';

const language = await pageLanguage();
const t = translator(language);
const w = translatorOf(words, language);
document.documentElement.lang = spoken(language);
document.title = w('title');
const app = document.getElementById('app') as HTMLElement;
const tools = SITES.map(({ name }) => name);

/**
 * The details of students in each text of a draft. A report goes to others, so what the teacher has loosened for a paste
 * holds here as it usually does.
 */
async function check(draft: ReportDraft): Promise<Partial<Record<string, Detail[]>>> {
  const [found, policy, usual, digest] = await Promise.all([
    lazyDetector(),
    readPolicy(),
    readSharedPolicy(),
    readDigest(),
  ]);
  const known = { digest, kindOf: found.kindOfWord, patterns: await patternsOf(policy) };
  return Object.fromEntries(
    TEXT_FIELDS.flatMap((field) => {
      const text = draft[field];
      // A listed tool may be called like a person.
      if (field === 'tool' && tools.includes(text)) return [];
      const details = detailsIn(text, addKnown(text, found.detect(text), policy, known), [policy, usual]);
      return details.length > 0 ? [[field, details]] : [];
    }),
  );
}

async function show(): Promise<void> {
  const reports = await readAllReports();
  const after = (change: Promise<void>) => change.then(show);
  render(
    <Voice
      {...{ t, w, language: spoken(language), tools }}
      reports={reports.toReversed()}
      onCheck={check}
      onWarm={() =>
        void lazyDetector().then(
          (one) => one.warm(),
          () => {},
        )
      }
      onSave={(draft) => after(addReport({ ...draft, id: crypto.randomUUID(), week: weekOf(new Date()) }))}
      onDelete={({ id }) => after(deleteReport(id))}
      onRestore={(report) => after(addReport(report))}
      onExport={(form) =>
        saveFile(
          form === 'csv'
            ? { name: 'chalkline-reports.csv', type: 'text/csv', text: toCsv(reports) }
            : { name: 'chalkline-reports.json', type: 'application/json', text: toJson(reports) },
        )
      }
    />,
    app,
  );
}

// A report may have been saved in another tab. The form keeps what stands in it.
document.addEventListener('visibilitychange', () => void show());
await show();
