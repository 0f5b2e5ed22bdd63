/** The teacher's class lists. A list is read and looked at here; only the background stores it. */
import { render } from 'preact';
import { Classes } from '../../components/Classes.tsx';
import { classesWords } from '../../components/classes-words.ts';
import '../../components/style.css';
import '../../components/classes.css';
import { dayOf } from '../../lib/class-list/days.ts';
import type { RowSheet } from '../../lib/list-rows.ts';
import { send } from '../../lib/store/channel.ts';
import { pageLanguage } from '../../lib/store/language.ts';
import { readPolicy } from '../../lib/store/settings.ts';
import { spoken } from '../../lib/words.ts';

const language = await pageLanguage();
const w = classesWords(language);
document.documentElement.lang = spoken(language);
document.title = w('title');
const app = document.getElementById('app') as HTMLElement;

let isWord: (name: string) => boolean = () => false;

/** What reads a list, and the words of the language, are loaded when there is one to read. */
async function rowsOf(source: string | File): Promise<RowSheet[]> {
  const [{ rowsOfFile, rowsOfText }, { wordTest }] = await Promise.all([
    import('../../lib/list-rows.ts'),
    import('../../lib/detector-data.ts'),
  ]);
  isWord = wordTest();
  return typeof source === 'string'
    ? [{ name: '', rows: rowsOfText(source) }]
    : rowsOfFile(new Uint8Array(await source.arrayBuffer()), source.name);
}
const isWordNow = (name: string) => isWord(name);
const newId = () => crypto.randomUUID();

async function show(): Promise<void> {
  const [{ policy }, stored] = await Promise.all([
    readPolicy(),
    send({ type: 'class-lists-read' }).catch(() => null),
  ]);
  render(
    <Classes
      {...{ w, language: spoken(language), stored, newId, rowsOf, isWord: isWordNow }}
      today={dayOf(new Date())}
      mostDays={policy.classListDays}
      onChange={async (change) => {
        const done = await send({ type: 'class-lists-change', change });
        await show();
        return done;
      }}
    />,
    app,
  );
}

// A class may have been changed or erased in another tab, and ends by itself. What stands in a form stays.
document.addEventListener('visibilitychange', () => void show());
await show();
