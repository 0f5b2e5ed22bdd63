/** Puts names back into a file that came back from a chat: the same file, with its layout, and names in the place of labels. */
import type { OpenedFile, RewrittenFile, Swap, Watch } from './files/file.ts';
import type { Alias } from './redact/alias.ts';
import { editsBack } from './redact/restore.ts';
import { surelyLabels } from './redact/unknown.ts';

/** What of a file gives way to names. */
export interface BackPlan {
  swaps: Swap[];
  /** How many labels give way. */
  restored: number;
  /** Labels that nobody is known by, each once. */
  unknown: string[];
}

/** Looks for labels in a file, part by part: no label runs over two sheets or pages. Offsets are of its whole text. */
export function backPlan({ text, parts }: Pick<OpenedFile, 'text' | 'parts'>, aliases: Alias[]): BackPlan {
  const plan: BackPlan = { swaps: [], restored: 0, unknown: [] };
  const unknown = new Set<string>();
  for (const { start, end } of parts) {
    const part = text.slice(start, end);
    const found = editsBack(part, aliases);
    plan.restored += found.restored;
    for (const label of surelyLabels(part, found.unknown)) unknown.add(label);
    for (const { span, words } of found.edits)
      plan.swaps.push({ span: { start: start + span.start, end: start + span.end }, surrogate: words });
  }
  return { ...plan, unknown: [...unknown] };
}

/**
 * The file with names, under another name than the one that came back.
 * @param rename makes its name of the one without its ending
 * @throws FileProblem
 */
export async function withNamesBack(
  opened: OpenedFile,
  { swaps }: BackPlan,
  rename: (base: string) => string,
  watch?: Watch,
): Promise<RewrittenFile> {
  const copy = await opened.rewrite(swaps, watch);
  const ending = /(?<=.)\.[a-z0-9]{1,8}$/i.exec(copy.name)?.[0] ?? '';
  return { ...copy, name: rename(copy.name.slice(0, copy.name.length - ending.length)) + ending };
}
