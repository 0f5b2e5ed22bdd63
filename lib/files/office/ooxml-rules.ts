/** Which of the many attributes and elements of docx, pptx and xlsx hold words of people. Source: ECMA-376-1. */
import type { ExtraRules } from './extras.ts';
import { EXCEL_FORMULAS } from './formula.ts';
import type { SweepRules } from './sweep.ts';

const set = (names: string) => new Set(names.split(' '));

/** On any element. */
const SHOWN = set(
  'descr title alt tooltip display caption prompt promptTitle error errorTitle string totalsRowLabel comment description',
);
/** On some: by element, its attributes. */
const SHOWN_ON: Record<string, Set<string>> = {
  docVar: set('name val'),
  alias: set('val'),
  tag: set('name val'),
  statusText: set('val'),
  helpText: set('val'),
  tblCaption: set('val'),
  tblDescription: set('val'),
  default: set('val'),
  listEntry: set('val'),
  listItem: set('displayText value'),
  query: set('val'),
  connectString: set('val'),
  filter: set('val'),
  customFilter: set('val'),
  sheetName: set('val'),
  // What Word 2003 noted of a person that it recognized.
  attr: set('val'),
  s: set('v'),
  custShow: set('name'),
  section: set('name'),
  property: set('name'),
  scenario: set('name'),
  connection: set('name description'),
  dbPr: set('connection command'),
  textPr: set('sourceFile'),
  webPr: set('url'),
};
/** Their text is a place, a date, a formula, a format or a code. */
const SKIPPED = set(
  'formatCode sqref ref instrText delInstrText fldData binData ClientData align posOffset pctWidth pctHeight from to ' +
    'numCache numLit numDim created modified lastPrinted revision language version',
);
const FORMULAS = set('f formula formula1 formula2 definedName calculatedColumnFormula totalsRowFormula');
const APP_SHOWN = set('Template HyperlinkBase');
const APP_EMPTIED = set('Company Manager');
const CORE_EMPTIED = set('creator lastModifiedBy');
const AUTHORS: Record<string, string> = {
  cmAuthor: 'name',
  author: 'name',
  person: 'displayName',
  userInfo: 'name',
};
/** Of the whole file: the folder that it was in, with the name of its owner. */
const PROPERTIES: Record<string, string> = { absPath: 'url', scenario: 'user' };
/** They come with a name. */
const SILENT = set('initials userId');

const isApp = (path: string) => /(?:^|\/)docProps\/app\.xml$/i.test(path);
const isCore = (path: string) => /(?:^|\/)(?:docProps\/core\.xml|[^/]*\.psmdcp)$/i.test(path);
const isCustomXml = (path: string) => /^customXml\/item\d*\.xml$/i.test(path);

const IDENTIFIERS: Record<string, Set<string>> = {
  bookmarkStart: set('name'),
  hyperlink: set('anchor'),
  definedName: set('name'),
  table: set('name displayName'),
};

export const OOXML_RULES: ExtraRules = {
  skips: ({ name }, { path }) => SKIPPED.has(name) && !isCustomXml(path),
  formulas: EXCEL_FORMULAS,
  isFormula: ({ name }) => FORMULAS.has(name),
  isIdentifier: ({ name }, attribute) => IDENTIFIERS[name]?.has(attribute) ?? false,
  isFormulaAttribute: ({ name }, attribute) => name === 'hyperlink' && attribute === 'location',
  showsText: ({ name }, { path }) => (!isApp(path) || APP_SHOWN.has(name)) && name !== 'author',
  showsAttribute: ({ name }, attribute, { path }) =>
    SHOWN.has(attribute) || (SHOWN_ON[name]?.has(attribute) ?? false) || isCustomXml(path),
  empties(element, attribute, part) {
    const { name } = element;
    if (attribute === undefined) {
      if ((isApp(part.path) && APP_EMPTIED.has(name)) || (isCore(part.path) && CORE_EMPTIED.has(name)))
        return 'property';
      // Excel ties a thread to its comment by an author of this form.
      return name === 'author' && !part.textOf(element).trim().startsWith('tc={') ? 'author' : undefined;
    }
    if (SILENT.has(attribute)) return 'silent';
    // Word says the author of every change and comment.
    if (attribute === 'author' || AUTHORS[name] === attribute) return 'author';
    if (PROPERTIES[name] === attribute) return 'property';
    // Of tasks, shared workbooks and protected ones.
    return attribute === 'userName' ? 'author' : undefined;
  },
};

/** Also these may hold words of people. They are not read: most name a shape that a program counts. */
const SWEPT = set('name anchor location displayName uniqueName sheet minValue maxValue minDate maxDate');
/** Here `name` is a font. */
const FONTS = set('font latin ea cs sym rFont');
/** Values in a cache of a pivot table. */
const PIVOT_VALUES = set('s n d');

export const OOXML_SWEEP: SweepRules = {
  formulas: EXCEL_FORMULAS,
  isFormula: OOXML_RULES.isFormula,
  isFormulaAttribute: OOXML_RULES.isFormulaAttribute,
  sweeps: (element, attribute) =>
    (SWEPT.has(attribute) && !FONTS.has(element.name)) ||
    (attribute === 'v' && PIVOT_VALUES.has(element.name)) ||
    // Of a form field or building block.
    (attribute === 'val' && element.name === 'name') ||
    SHOWN.has(attribute) ||
    (SHOWN_ON[element.name]?.has(attribute) ?? false),
  isIdentifier: OOXML_RULES.isIdentifier,
  isWritten: ({ name }, parent) => name === 'v' && parent === 'c',
};
