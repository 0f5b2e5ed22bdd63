import type { LookMark } from '../../lib/practice/look.ts';

const LABEL = /\[(?:\p{L}+ \d+|…)\]/gu;

/** A text with what Chalkline found in it underlined: solid where it would stop, dotted where it is only noted. */
export function MarkedText({ text, marks }: { text: string; marks: LookMark[] }) {
  const parts = [];
  let at = 0;
  for (const { start, end, stops } of marks) {
    parts.push(text.slice(at, start));
    parts.push(
      <mark key={start} class={stops ? 'would-stop' : 'would-note'}>
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  return (
    <p class="told">
      {parts}
      {text.slice(at)}
    </p>
  );
}

/** A text with the labels in it set apart. */
export function LabelledText({ text }: { text: string }) {
  const parts = [];
  let at = 0;
  for (const { 0: label, index } of text.matchAll(LABEL)) {
    parts.push(text.slice(at, index));
    parts.push(
      <span key={index} class="label">
        {label}
      </span>,
    );
    at = index + label.length;
  }
  return (
    <p class="told">
      {parts}
      {text.slice(at)}
    </p>
  );
}

/** `INVENTED`, on everything that is. */
export function Watermark({ children }: { children: string }) {
  return <span class="invented">{children}</span>;
}
