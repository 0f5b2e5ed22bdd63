// Makes tests/files/fixtures/real anew: n24 tests/files/make-real.mjs. Needs `soffice`, as make-fixtures.mjs does, and
// `python3`. The files are committed: LibreOffice writes other bytes each time.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BOOKS, bookSource, LETTERS, letterSource, SHOWS, showSource } from './sources/real.mjs';

const local = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const target = local('fixtures/real');
const work = mkdtempSync(path.join(tmpdir(), 'real-'));

/** Export filters of LibreOffice, where an ending alone does not say enough. */
const TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}';
const ARCHIVE = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}';
const NOTES = 'pdf:impress_pdf_Export:{"ExportNotesPages":{"type":"boolean","value":"true"}}';
const UTF8 = 'txt:Text (encoded):UTF8';
const UTF16 = 'txt:Text (encoded):UNICODE';
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1';
const CSV_1252 = 'csv:Text - txt - csv (StarCalc):59,34,ANSI,1';
const TSV = 'csv:Text - txt - csv (StarCalc):9,34,76,1';

/**
 * Each source, and the files that are made of it: an ending, and the formats over which it is reached.
 * @type {Record<string, [ending: string, filters: string[]][]>}
 */
const FILES = {
  'IEP Talia Brandt': [
    ['docx', ['docx']],
    ['odt', ['odt']],
    ['pdf', ['pdf']],
  ],
  'parent-letter': [
    ['docx', ['rtf', 'docx']],
    ['rtf', ['rtf']],
    ['txt', [UTF8]],
  ],
  'behavior-log': [
    ['docx', ['docx']],
    ['pdf', [TAGGED]],
  ],
  'seating-chart': [
    ['odt', ['odt']],
    ['html', ['html']],
  ],
  essay: [
    ['docx', ['docx']],
    ['pdf', ['docx', 'pdf']],
  ],
  'Recommendation Priya Raman': [
    ['docx', ['docx:MS Word 2007 XML']],
    ['rtf', ['docx', 'rtf']],
    ['pdf', ['pdf']],
  ],
  'field-trip': [
    ['odt', ['docx', 'odt']],
    ['docx', ['docx']],
    ['html', ['html']],
  ],
  carta: [
    ['docx', ['docx']],
    ['odt', ['odt']],
    ['pdf', [ARCHIVE]],
  ],
  'reading-groups': [
    ['rtf', ['rtf']],
    ['txt', [UTF16]],
  ],
  gradebook: [
    ['xlsx', ['xlsx']],
    ['ods', ['ods']],
    ['csv', [CSV]],
  ],
  attendance: [
    ['xlsx', ['xlsx']],
    ['ods', ['xlsx', 'ods']],
    ['csv', [CSV_1252]],
  ],
  contacts: [
    ['xlsx', ['ods', 'xlsx']],
    ['tsv', [TSV]],
    ['pdf', ['pdf']],
  ],
  goals: [
    ['xlsx', ['xlsx']],
    ['ods', ['ods']],
  ],
  showcase: [
    ['pptx', ['pptx']],
    ['pdf', [NOTES]],
  ],
  'group-work': [['pptx', ['pptx']]],
  'open-house': [['pptx', ['odp', 'pptx']]],
};

/** What a kind of file does not hold of its source. */
const LOST = {
  title: /^(?:txt|csv|tsv)$/,
  edges: /^(?:txt|html)$/,
  comment: /^(?:txt|csv|tsv|pdf)$/,
  hidden: /^(?:csv|tsv|pdf)$/,
};

/** @param {unknown} source @param {string} ending @returns {string[]} what it says that a swapped copy may not keep */
function knownIn(source, ending) {
  const kept = JSON.stringify(source, (key, value) => {
    if (key === 'title' && LOST.title.test(ending)) return undefined;
    if ((key === 'header' || key === 'footer') && LOST.edges.test(ending)) return undefined;
    if (key === 'comment' && LOST.comment.test(ending)) return undefined;
    return value?.hidden && LOST.hidden.test(ending) ? undefined : value;
  });
  return [
    ...new Set(kept.match(/(?<=\{)[^{}":,[\]]+(?=\})/g)?.map((word) => word.replaceAll('*', '').trim())),
  ];
}

rmSync(target, { recursive: true, force: true });
mkdirSync(target);
/** @type {Record<string, string[]>} */
const known = {};
for (const [all, ending, write] of /** @type {const} */ ([
  [LETTERS, 'fodt', letterSource],
  [BOOKS, 'fods', bookSource],
  [SHOWS, 'fodp', showSource],
])) {
  for (const [name, source] of Object.entries(all)) {
    writeFileSync(path.join(work, `${name}.${ending}`), write(/** @type {never} */ (source)));
    for (const [to, filters] of FILES[name] ?? []) {
      let from = path.join(work, `${name}.${ending}`);
      for (const filter of filters) from = converted(from, filter);
      renameSync(from, path.join(target, `${name}.${to}`));
      known[`${name}.${to}`] = knownIn(source, to);
    }
  }
}
for (const name of ['mail.eml', 'class.json']) {
  const made = JSON.parse(
    execFileSync('python3', [local('sources/real.py'), path.join(target, name)], { encoding: 'utf8' }),
  );
  known[name] = made;
}
writeFileSync(path.join(target, 'known.json'), `${JSON.stringify(known, null, 2)}\n`);
rmSync(work, { recursive: true });

/** @param {string} file @param {string} filter @returns {string} the new file */
function converted(file, filter) {
  const outdir = mkdtempSync(path.join(work, 'to-'));
  execFileSync('soffice', [
    `-env:UserInstallation=file://${work}/profile`,
    ...['--headless', '--convert-to', filter, '--outdir', outdir, file],
  ]);
  return path.join(outdir, `${path.parse(file).name}.${filter.split(':')[0]}`);
}
