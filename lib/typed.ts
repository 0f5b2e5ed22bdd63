/** Whether a draft that is being typed is worth a look as a whole. Pure. */

/**
 * Looks at the paragraphs of a draft, each on its own and only once: a pause in typing costs the paragraph that was
 * changed. What it suspects is looked at with the whole draft around it, which knows better what a text is about.
 * @returns looks at a draft: whether `hasAlarm` says yes of one of its paragraphs, now or at an earlier look
 */
export function paragraphReader(): (text: string, hasAlarm: (paragraph: string) => boolean) => boolean {
  let known = new Map<string, boolean>();
  return (text, hasAlarm) => {
    const now = new Map<string, boolean>();
    for (const line of text.split('\n')) {
      if (line.trim() !== '' && !now.has(line)) now.set(line, known.get(line) ?? hasAlarm(line));
    }
    known = now;
    return [...now.values()].includes(true);
  };
}
