import type { Pace } from '../pace.ts';
import type { Extras } from './extras.ts';
import { type FormulaStyle, formulaEdits, type Renames } from './formula.ts';
import type { Literals } from './literals.ts';
import type { Copy } from './package.ts';
import { escapeAttribute, escapeText, parseXml, unescapeXml, type XmlElement, type XmlPart } from './xml.ts';

export interface SweepRules {
  formulas: FormulaStyle;
  isFormula(element: XmlElement): boolean;
  /** Whether an attribute holds a formula. */
  isFormulaAttribute(element: XmlElement, attribute: string): boolean;
  /** Whether an attribute may hold words of people, shown or not. */
  sweeps(element: XmlElement, attribute: string): boolean;
  /** Whether an attribute must stay a name of letters, digits and low lines. */
  isIdentifier(element: XmlElement, attribute: string): boolean;
  /** Whether the text of an element is written by somebody else: a cell. */
  isWritten(element: XmlElement, parent: string): boolean;
}

const NO_DATE = '1900-01-01T00:00:00';
/** A shorter number that happens to be the same is a mark or a count. */
const DIGITS_MIN = 5;

/** What comes in the place of a value that is not for reading: a number stays a number. */
function neutral(value: string, literals: Literals): string {
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z?$/.test(value)) return NO_DATE;
  if (!/^[-+]?\d+(?:\.\d+)?$/.test(value)) return literals.replacedIn(value);
  return value.length < DIGITS_MIN ? value : '0';
}

const isRenamed = ({ sheets, columns }: Renames) =>
  [...sheets].some(([old, name]) => old !== name.toLowerCase()) ||
  [...columns].some(([old, name]) => old !== name);

/**
 * Puts surrogates where swapped words stand outside of the text that is read: in caches, formulas, names of shapes. What
 * the text shows is left to its swaps, since a teacher may keep a mention.
 */
export async function sweep(
  part: XmlPart,
  rules: SweepRules,
  extras: Extras,
  literals: Literals,
  renames: Renames,
  copy: Copy,
  pace: Pace,
): Promise<void> {
  if (!isRenamed(renames) && !literals.isIn(unescapeXml(part.source))) return;
  const formula = (from: number, to: number) => {
    const raw = part.source.slice(from, to);
    const isSeen = (at: number) => extras.isSeen(part, from + at);
    const identifier = (old: string, words: string) =>
      extras.isIdentifier(old) && !copy.isRenamed(old) ? old : copy.identifier(old, words);
    for (const edit of formulaEdits(raw, rules.formulas, { ...renames, identifier }, literals, isSeen)) {
      copy.edit(part, from + edit.from, from + edit.to, edit.raw);
    }
  };
  await parseXml(part, pace, (element, parent) => {
    for (const attribute of element.attributes) {
      const name = attribute.name.slice(attribute.name.indexOf(':') + 1);
      if (extras.isSeen(part, attribute.from) || attribute.name.startsWith('xmlns')) continue;
      if (rules.isFormulaAttribute(element, name)) {
        formula(attribute.from, attribute.to);
        continue;
      }
      if (!rules.sweeps(element, name)) continue;
      const value = part.value(attribute);
      const whole = renames.sheets.get(value.toLowerCase());
      if (whole === value || (whole === undefined && !literals.isIn(value))) continue;
      const words = whole ?? neutral(value, literals);
      const raw = rules.isIdentifier(element, name) ? copy.identifier(value, words) : words;
      copy.edit(part, attribute.from, attribute.to, escapeAttribute(raw));
    }
    for (const node of element.children) {
      if (node.kind === 'element' || extras.isSeen(part, node.from)) continue;
      if (rules.isFormula(element)) formula(node.from, node.to);
      else if (!rules.isWritten(element, parent)) {
        const text = part.text(node);
        const whole = renames.sheets.get(text.toLowerCase());
        if (whole !== text && (whole !== undefined || literals.isIn(text))) {
          copy.edit(part, node.from, node.to, escapeText(whole ?? neutral(text, literals)));
        }
      }
    }
    return true;
  });
}
