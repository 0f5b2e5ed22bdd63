import { memo } from 'preact/compat';
import { useMemo } from 'preact/hooks';
import type { Mark } from '../lib/review-plan.ts';

/** Blocks of about this many characters, so that a browser lays out only those in sight. */
const BLOCK = 3000;

/** A part of the text with a heading of its own. */
interface Section {
  start: number;
  heading: string;
}

interface DraftTextProps {
  text: string;
  marks: Mark[];
  /** In order; none for a text without parts. */
  sections?: Section[];
  onMarkClick(key: string): void;
}

const NO_SECTIONS: Section[] = [];

/** The draft with its findings marked. `data-start` on each run gives its offset in the draft. */
export function DraftText({ text, marks, sections = NO_SECTIONS, onMarkClick }: DraftTextProps) {
  const blocks = useMemo(() => blocksOf(text, marks, sections), [text, marks, sections]);
  return (
    <div class="draft-words">
      {blocks.map((block) => (
        <Block
          key={block.start}
          text={text.slice(block.start, block.end)}
          start={block.start}
          headings={block.headings}
          marks={block.marks}
          signature={block.marks.map((mark) => `${mark.span.start}${mark.label}`).join()}
          onMarkClick={onMarkClick}
        />
      ))}
    </div>
  );
}

interface BlockProps extends DraftTextProps {
  start: number;
  headings: string[];
  /** Tells whether the marks are the same as before. */
  signature: string;
}

const Block = memo(
  ({ text, start, headings, marks, onMarkClick }: BlockProps) => {
    const parts: ReturnType<typeof run>[] = headings.map((heading) => <h3 key={heading}>{heading}</h3>);
    let at = 0;
    for (const { span, key, label, isGeneral } of marks) {
      const from = span.start - start;
      const to = span.end - start;
      parts.push(run(text.slice(at, from), start + at));
      parts.push(
        // biome-ignore lint/a11y/useKeyWithClickEvents: the same is reached by keyboard from the list of groups.
        <mark
          key={span.start}
          data-key={key}
          class={label ? 'swapped' : 'stays'}
          onClick={() => onMarkClick(key)}
        >
          {label ? (
            <del class="private" data-start={span.start}>
              {text.slice(from, to)}
            </del>
          ) : (
            <span class="private" data-start={span.start}>
              {text.slice(from, to)}
            </span>
          )}
          {label && <ins class={isGeneral ? 'general' : undefined}>{label}</ins>}
        </mark>,
      );
      at = to;
    }
    parts.push(run(text.slice(at), start + at));
    return <div class="block">{parts}</div>;
  },
  (before, after) => before.text === after.text && before.signature === after.signature,
);

function run(text: string, start: number) {
  return text ? <span data-start={start}>{text}</span> : null;
}

interface TextBlock {
  start: number;
  end: number;
  marks: Mark[];
  /** Of the sections that begin at its start, or behind a mark that runs into it. */
  headings: string[];
}

/** Cuts at line ends and before sections, where no mark crosses. */
function blocksOf(text: string, marks: Mark[], sections: Section[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  let next = 0;
  let section = 0;
  for (let start = 0; start < text.length; ) {
    const headings: string[] = [];
    for (let one = sections[section]; one && one.start <= start; one = sections[++section]) {
      headings.push(one.heading);
    }
    let end =
      start + BLOCK >= text.length ? text.length : text.indexOf('\n', start + BLOCK) + 1 || text.length;
    end = Math.min(end, sections[section]?.start ?? end);
    const inside: Mark[] = [];
    for (let mark = marks[next]; mark && mark.span.start < end; mark = marks[++next]) {
      inside.push(mark);
      end = Math.max(end, mark.span.end);
    }
    blocks.push({ start, end, marks: inside, headings });
    start = end;
  }
  return blocks;
}

/** The words selected inside the draft as the teacher wrote them, labels left out; empty where nothing is. */
export function selectedWords(text: string): string {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return '';
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return start === null || end === null ? '' : text.slice(start, end).trim();
}

function offsetOf(node: Node, offset: number): number | null {
  const run = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-start]');
  return run ? Number(run.dataset.start) + offset : null;
}
