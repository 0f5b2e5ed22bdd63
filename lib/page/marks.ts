/** What is shown of findings while a draft is typed: lines under the words and a chip beside the composer. DOM only. */
import { makeChip } from './chip.ts';
import { dropStale, type Span, underline } from './underline.ts';
import { textOf } from './words.ts';

export interface MarksParts {
  /** What the chip says for so many details. */
  label(count: number): string;
  /** The teacher's own hand has pressed the chip. */
  press(editable: HTMLElement): void;
  /** What stands in a marked composer was changed by the page, not by typing. */
  changed(editable: HTMLElement): void;
}

export interface Marks {
  /**
   * Marks spans of a composer's text, in place of what was marked before; none takes the marks away. In: the text that was
   * looked at (where another stands there by now, nothing is done), and how many details the spans are.
   */
  show(editable: HTMLElement, text: string, spans: Span[], count: number): void;
  /** Something is being typed. */
  typed(editable: HTMLElement): void;
}

/** The marks of a document: one composer at a time has some. */
export function makeMarks({ label, press, changed }: MarksParts): Marks {
  let marked: { editable: HTMLElement; text: string } | null = null;
  const chip = makeChip({
    press,
    look(editable) {
      if (!marked || textOf(editable) === marked.text) return;
      marked.text = textOf(editable);
      dropStale();
      changed(editable);
    },
  });
  return {
    show(editable, text, spans, count) {
      if (spans.length === 0 ? marked?.editable !== editable : textOf(editable) !== text) return;
      underline(editable, spans);
      if (spans.length > 0) chip.show(editable, label(count));
      else chip.hide();
      marked = spans.length > 0 ? { editable, text } : null;
    },
    typed(editable) {
      if (marked?.editable !== editable) return;
      marked.text = textOf(editable);
      dropStale();
    },
  };
}
