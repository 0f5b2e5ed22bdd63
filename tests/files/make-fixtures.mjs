// Makes tests/files/fixtures anew: n24 tests/files/make-fixtures.mjs. Needs `soffice` (Debian: libreoffice-writer-nogui,
// libreoffice-calc-nogui, libreoffice-impress-nogui). The files are committed: LibreOffice writes other bytes each time.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { excelFile, powerPointFile, wordFile, zipped } from './sources/packages.mjs';

const local = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const fixtures = local('fixtures');
mkdirSync(fixtures, { recursive: true });

for (const [source, endings] of Object.entries({
  'letter.fodt': ['docx', 'odt'],
  'roster.fods': ['xlsx', 'ods'],
  'slides.fodp': ['pptx'],
})) {
  for (const ending of endings) {
    const profile = mkdtempSync(path.join(tmpdir(), 'soffice-'));
    execFileSync('soffice', [
      `-env:UserInstallation=file://${profile}`,
      ...['--headless', '--convert-to', ending, '--outdir', fixtures, local(`sources/${source}`)],
    ]);
  }
}

for (const [name, parts] of Object.entries({
  'word.docx': wordFile(),
  'excel.xlsx': excelFile(),
  'powerpoint.pptx': powerPointFile(),
})) {
  writeFileSync(path.join(fixtures, name), zipped(parts));
}
