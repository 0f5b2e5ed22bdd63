/** Which elements and attributes of odt and ods hold words of people. Source: OpenDocument 1.3, part 3. */
import type { ExtraRules } from './extras.ts';
import { ODF_FORMULAS } from './formula.ts';
import type { SweepRules } from './sweep.ts';

const set = (names: string) => new Set(names.split(' '));

/** How things look and are counted. Of automatic styles only number formats have text, and it is no people's. */
const SKIPPED = set(
  'font-face-decls styles automatic-styles document-settings document-statistic generator creation-date date print-date editing-cycles ' +
    'editing-duration note-citation binary-data event-listeners script scripts',
);
const SHOWN: Record<string, Set<string>> = {
  'user-defined': set('name'),
  'user-field-decl': set('string-value name'),
  'variable-set': set('string-value'),
  'user-field-get': set('string-value'),
  'conditional-text': set('string-value-if-true string-value-if-false'),
  'hidden-text': set('string-value'),
  'help-message': set('title'),
  'error-message': set('title'),
  template: set('title'),
  option: set('label value'),
  item: set('label'),
  text: set('value current-value title'),
  textarea: set('value current-value title'),
  'formatted-text': set('value current-value title'),
  combobox: set('value current-value title'),
  listbox: set('title'),
  checkbox: set('label title'),
  radio: set('label title'),
  button: set('label title'),
  frame: set('label title'),
  'fixed-text': set('label title'),
};
const AUTHORS = set('creator creator-initials sender-initials initial-creator printed-by');
const SWEPT = set(
  'name display-name label value string-value title href ref-name current-value source-field-name',
);
/** Their names are those of styles. */
const STYLES = /-style$|^(?:style|font-face|list-style|page-layout|master-page)$/;
const IDENTIFIERS: Record<string, Set<string>> = {
  'named-range': set('name'),
  'named-expression': set('name'),
};

const isFormula = (attribute: string) =>
  /(?:^|-)(?:formula|condition|expression|address|range|ranges|addresses)$/.test(attribute);

export const ODF_RULES: ExtraRules = {
  formulas: ODF_FORMULAS,
  skips: ({ name }) => SKIPPED.has(name),
  isFormula: () => false,
  isFormulaAttribute: (_element, attribute) => isFormula(attribute),
  isIdentifier: ({ name }, attribute) => IDENTIFIERS[name]?.has(attribute) ?? false,
  showsText: () => true,
  showsAttribute: ({ name }, attribute) => SHOWN[name]?.has(attribute) ?? false,
  empties({ name }, attribute, { path }) {
    if (attribute !== undefined || !AUTHORS.has(name)) return undefined;
    if (name.endsWith('initials')) return 'silent';
    return path.endsWith('meta.xml') ? 'property' : 'author';
  },
};

export const ODF_SWEEP: SweepRules = {
  formulas: ODF_FORMULAS,
  isFormula: () => false,
  isFormulaAttribute: (_element, attribute) => isFormula(attribute),
  sweeps: ({ name }, attribute) => SWEPT.has(attribute) && !STYLES.test(name),
  isIdentifier: ODF_RULES.isIdentifier,
  isWritten: () => false,
};
