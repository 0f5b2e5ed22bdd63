/** The licences of what others have written and is in the bundle. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Packages that come without the text of their licence, and one of the same authors and project that has it. What Tesseract
 * has learned of a language is under the licence of its engine, whatever the package around it says.
 */
const SAME_TEXT: Record<string, string> = {
  wxt: '@wxt-dev/webextension-polyfill',
  '@tesseract.js-data/eng': 'tesseract.js-core',
  '@tesseract.js-data/spa': 'tesseract.js-core',
};

/**
 * The package that a module of a bundle is from, or null where it is ours or was made up for ours.
 * @param moduleId a path, or a name behind a zero where the bundler has put in some code of its own
 */
export function packageOf(moduleId: string): string | null {
  const id = moduleId.replaceAll('\\', '/');
  return (
    /^\0(vite|rolldown)\//.exec(id)?.[1] ?? /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? null
  );
}

interface Licensed {
  name: string;
  version: string;
  license: string;
  text: string;
}

/**
 * What an installed package says of its licence.
 * @throws {Error} where it names no licence or has no text of it: nobody may pass that on
 */
export function readLicence(root: string, name: string): Licensed {
  const folder = (of: string) => path.join(root, 'node_modules', of);
  const said = (of: string) => JSON.parse(readFileSync(path.join(of, 'package.json'), 'utf8'));
  const { version, license } = said(folder(name));
  const from = folder(SAME_TEXT[name] ?? name);
  const texts = readdirSync(from)
    .filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file))
    .sort()
    .map((file) => readFileSync(path.join(from, file), 'utf8').replaceAll('\r\n', '\n'));
  if (typeof license !== 'string' || texts.length === 0)
    throw new Error(`${name} is in the bundle and has no text of a licence.`);
  // A bundler tells the licences of what is in itself, too; none of that is in what it makes.
  const [text = ''] = texts.join('\n').split(/^# Licenses of bundled dependencies/m);
  const licences = [...new Set([license, said(from).license])].join(', ');
  return { name, version, license: licences, text: text.trim() };
}

/**
 * The file that goes with the product.
 * @param data what is to be said of the sources of its data
 */
export function licencesText(packages: Licensed[], data: string): string {
  const sections = [...packages]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}`);
  const all = ['What others have written and is part of Chalkline.', ...sections, data.trim()];
  return `${all.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}
