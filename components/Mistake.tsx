import { useRef, useState } from 'preact/hooks';
import type { Spoken, translatorOf } from '../lib/words.ts';
import type mistake from '../locales/mistake.json';
import { copyFrom } from './copy.ts';
import { PageNav } from './PageNav.tsx';

type Words = ReturnType<typeof translatorOf<keyof (typeof mistake)['en']>>;

interface MistakeProps {
  w: Words;
  language: Spoken;
  /** Names of tools to choose from. */
  tools: string[];
  /** Whom the district names; empty where it names nobody. */
  privacyContact: string;
  safetyContact: string;
}

const KINDS = ['names', 'contact', 'ids', 'grades', 'needs', 'behavior', 'home', 'file'] as const;
const COUNTS = ['one', 'few', 'class', 'more'] as const;
type Kind = (typeof KINDS)[number];
type Count = (typeof COUNTS)[number];

/** What to do after student details went into a chat. It keeps nothing: what is chosen here is gone with the page. */
export function Mistake({ w, language, tools, privacyContact, safetyContact }: MistakeProps) {
  return (
    <main class="page mistake">
      <PageNav here={null} language={language} />
      <h1>{w('title')}</h1>
      <p class="lead">{w('intro')}</p>
      <ol>
        <li>
          <h2>{w('stop')}</h2>
          <p>{w('stop.do')}</p>
        </li>
        <li>
          <h2>{w('delete')}</h2>
          <p>{w('delete.does')}</p>
          <p>{w('delete.not')}</p>
          <p>{w('delete.ask')}</p>
        </li>
        <li>
          <h2>{w('tell')}</h2>
          <p>{w('tell.do', privacyContact || w('tell.nobody'))}</p>
          <p class="safety">{w('danger', safetyContact || w('danger.nobody'))}</p>
        </li>
      </ol>
      <Note {...{ w, tools }} />
    </main>
  );
}

/** A note made of choices alone, so that no student's detail can get into it. */
function Note({ w, tools }: Pick<MistakeProps, 'w' | 'tools'>) {
  const [tool, setTool] = useState('');
  const [kinds, setKinds] = useState<Kind[]>([]);
  const [count, setCount] = useState<Count | null>(null);
  const [copied, setCopied] = useState('');
  const box = useRef<HTMLTextAreaElement>(null);
  const chosen = KINDS.filter((kind) => kinds.includes(kind));
  const note = [
    w('note.hello'),
    w('note.what'),
    ...(tool ? [w('note.tool', tool)] : []),
    ...(chosen.length > 0 ? [w('note.kinds', chosen.map((kind) => w(`kind.${kind}`)).join('; '))] : []),
    ...(count ? [w('note.count', w(`count.${count}`))] : []),
    w('note.did'),
    w('note.end'),
  ].join('\n');
  return (
    <section aria-labelledby="note-title">
      <h2 id="note-title">{w('note')}</h2>
      <p>{w('note.intro')}</p>
      <div class="choose">
        <label for="tool">{w('tool')}</label>
        <select id="tool" value={tool} onChange={({ currentTarget }) => setTool(currentTarget.value)}>
          <option value="">{w('tool.none')}</option>
          {tools.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </div>
      <fieldset>
        <legend>{w('kinds')}</legend>
        <div class="row">
          {KINDS.map((kind) => (
            <label key={kind} class="pick">
              <input
                type="checkbox"
                checked={kinds.includes(kind)}
                onChange={({ currentTarget: { checked } }) =>
                  setKinds(checked ? [...kinds, kind] : kinds.filter((one) => one !== kind))
                }
              />
              {w(`kind.${kind}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{w('count')}</legend>
        <div class="row">
          {COUNTS.map((one) => (
            <label key={one} class="pick">
              <input type="radio" name="count" checked={count === one} onChange={() => setCount(one)} />
              {w(`count.${one}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <label for="note">{w('note.text')}</label>
      <textarea id="note" ref={box} readOnly value={note} />
      <p class="row">
        <button type="button" class="main" onClick={() => copyFrom(box.current) && setCopied(note)}>
          {w('copy')}
        </button>
        <span role="status">{copied === note && w('copied')}</span>
      </p>
    </section>
  );
}
