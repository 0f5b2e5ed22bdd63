/** Something that stands in a name's place. Put in all at once, it was the guard: a hand writes letter by letter. */
const LABEL = /\[[^\]]+\]/;

/**
 * What a teacher wrote, told from what was sent: each text that came by paste or drop, and each name that was typed, with
 * what stands in the message box for it. In memory, and gone with the message.
 */
export class Written {
  private waiting: { came: string; before: string } | null = null;
  private last = '';
  private readonly pairs: { came: string; put: string }[] = [];

  /** A text comes, while the box holds `before`. Whether and how it goes in is not decided yet. */
  comes(text: string, before: string): void {
    this.waiting = { came: text.replaceAll('\r\n', '\n'), before };
  }

  /** A key reached the box: what was waited for did not go in. */
  typed(): void {
    this.waiting = null;
  }

  /** The box holds something else now. */
  changed(now: string): void {
    const before = this.waiting?.before ?? this.last;
    this.last = now;
    const put = insertedIn(before, now);
    const came = this.waiting?.came ?? (LABEL.test(put) ? insertedIn(now, before) : '');
    if (put === '' || came === '') return;
    // The guard changes the last of several names first.
    if (this.waiting) this.pairs.push({ came, put });
    else this.pairs.unshift({ came, put });
    this.waiting = null;
  }

  /** The message as the teacher wrote it: where the teacher changed too much to tell, the texts as they came. */
  original(sent: string): string {
    let text = sent;
    let known = this.pairs.length === 0;
    for (const { came, put } of this.pairs) {
      if (!text.includes(put)) continue;
      known = true;
      text = text.replace(put, () => came);
    }
    return known ? text : this.pairs.map(({ came }) => came).join('\n\n');
  }
}

/** What was put in between two states of a text. */
function insertedIn(before: string, after: string): string {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return after.slice(start, after.length - end);
}
