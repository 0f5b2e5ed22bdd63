import { toBadgeEvidence } from '../lib/learn/export/badge.ts';
import { toCsv } from '../lib/learn/export/csv.ts';
import { type RecordLine, recordLines, type Who } from '../lib/learn/export/record.ts';
import { toStatements } from '../lib/learn/export/xapi.ts';
import type { Module } from '../lib/learn/module.ts';
import type { Progress } from '../lib/learn/progress.ts';
import { type LearnWords, spelledDay } from './learn-words.ts';
import type { SavedFile } from './save-file.ts';

export const FILE_KINDS = ['csv', 'xapi', 'badge'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** What a file is made of. `today`: YYYY-MM-DD. */
interface FileSource {
  modules: Module[];
  progress: Progress;
  who: Who;
  t: LearnWords;
  /** A BCP 47 tag. */
  language: string;
  today: string;
}

export function isDone(line: RecordLine): line is RecordLine & { done: string } {
  return line.done !== null;
}

/** The file of a record. No name of a person is in the name of the file, which other programs list. */
export function makeFile(kind: FileKind, source: FileSource): SavedFile {
  const { modules, progress, who, language, today } = source;
  const lines = recordLines(modules, progress);
  if (kind === 'csv') {
    return { name: `chalkline-hours-${today}.csv`, type: 'text/csv', text: toCsv(lines, who) };
  }
  const content =
    kind === 'xapi' ? toStatements(modules, progress, who, language) : evidence(lines.filter(isDone), source);
  const name = `chalkline-${kind === 'xapi' ? 'xapi' : 'badge-evidence'}-${today}.json`;
  return { name, type: 'application/json', text: `${JSON.stringify(content, null, 2)}\n` };
}

function evidence(lines: (RecordLine & { done: string })[], { progress, who, t, language }: FileSource) {
  const achievement = t('badge.achievement', lines.length);
  return toBadgeEvidence(lines, who, progress.id, {
    name: t('badge.name', achievement),
    unsigned: t('badge.unsigned'),
    issuer: t('badge.issuer'),
    achievement,
    about: t('badge.about'),
    criteria: t('badge.criteria'),
    module: ({ done, right, questions, minutes }) =>
      t('badge.module', spelledDay(done, language), right, questions, minutes),
  });
}
