/** Reports about AI tools. They are looked through before they are stored, and leave only as a file that the teacher saves. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Voice } from '../../components/Voice.tsx';
import '../../components/style.css';
import '../../components/voice.css';
import type { Detector } from '../../lib/detect/detect.ts';
import {
  type Detail,
  detailsIn,
  type ReportDraft,
  TEXT_FIELDS,
  toCsv,
  toJson,
} from '../../lib/learn/report.ts';
import { translator } from '../../lib/locale.ts';
import { addOwnTerms } from '../../lib/policy/terms.ts';
import { SITES } from '../../lib/sites/match.ts';
import { weekOf } from '../../lib/store/counts.ts';
import { addReport, deleteReport, readAllReports } from '../../lib/store/reports.ts';
import { readBasePolicy, readPolicy } from '../../lib/store/settings.ts';
import { spoken, translatorOf } from '../../lib/words.ts';
import words from '../../locales/voice.json';

const language = browser.i18n.getUILanguage();
const t = translator(language);
const w = translatorOf(words, language);
document.documentElement.lang = spoken(language);
document.title = w('title');
const app = document.getElementById('app') as HTMLElement;
const tools = SITES.map(({ name }) => name);

let detector: Promise<Detector> | undefined;

/** The detector, once it is needed: most of what this page would load. */
function getDetector(): Promise<Detector> {
  detector ??= import('../../lib/detector-data.ts').then(({ makeDetector }) => makeDetector());
  // Where it did not load, the next try asks again.
  detector.catch(() => {
    detector = undefined;
  });
  return detector;
}

/**
 * The details of students in each text of a draft. A report goes to others, so what the teacher has loosened for a paste
 * holds here as it usually does.
 */
async function check(draft: ReportDraft): Promise<Partial<Record<string, Detail[]>>> {
  const [found, policy, base] = await Promise.all([getDetector(), readPolicy(), readBasePolicy()]);
  const { rules, minScore } = base.policy;
  const usual = { ...policy, policy: { ...policy.policy, rules, minScore } };
  return Object.fromEntries(
    TEXT_FIELDS.flatMap((field) => {
      const text = draft[field];
      // A listed tool may be called like a person.
      if (field === 'tool' && tools.includes(text)) return [];
      const details = detailsIn(text, addOwnTerms(text, found.detect(text), policy), [policy, usual]);
      return details.length > 0 ? [[field, details]] : [];
    }),
  );
}

/** Hands a file to the browser's downloads. */
function saveFile(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: the browser may not have begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
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
        void getDetector().then(
          (one) => one.warm(),
          () => {},
        )
      }
      onSave={(draft) => after(addReport({ ...draft, id: crypto.randomUUID(), week: weekOf(new Date()) }))}
      onDelete={({ id }) => after(deleteReport(id))}
      onRestore={(report) => after(addReport(report))}
      onExport={(form) =>
        form === 'csv'
          ? saveFile('chalkline-reports.csv', 'text/csv', toCsv(reports))
          : saveFile('chalkline-reports.json', 'application/json', toJson(reports))
      }
    />,
    app,
  );
}

// A report may have been saved in another tab. The form keeps what stands in it.
document.addEventListener('visibilitychange', () => void show());
await show();
