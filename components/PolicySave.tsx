import { useRef, useState } from 'preact/hooks';
import { forcelistEntry } from '../lib/policy/formats/json-files.ts';
import type { RawPolicy } from '../lib/policy/formats/managed.ts';
import {
  BROWSERS,
  type BrowserName,
  badPartsOf,
  type Target,
  type Targets,
} from '../lib/policy/formats/targets.ts';
import { FORMAT_IDS, FORMATS, type FormatId, writeFile } from '../lib/policy/formats/write-file.ts';
import type { PolicyWords } from './policy-words.ts';
import { saveFile } from './save-file.ts';

interface PolicySaveProps {
  w: PolicyWords;
  policy: RawPolicy;
  targets: Targets;
  /** How many fields have a problem. */
  problems: number;
  onTargets(targets: Targets): void;
  onSaved(): void;
}

/** For which extension the policy is, and a button for each file. */
export function PolicySave({ w, policy, targets, problems, onTargets, onSaved }: PolicySaveProps) {
  const [said, setSaid] = useState('');
  const section = useRef<HTMLElement>(null);
  const save = (format: FormatId) => {
    const bad = neededBy(format).flatMap(({ browser, part }) =>
      isBad(targets, browser, part, format) ? [{ browser, part }] : [],
    );
    const [first] = bad;
    if (first) {
      setSaid(w('save.fix', `${w(`browser.${first.browser}`)}, ${labelOf(first.browser, first.part, w)}`));
      section.current?.querySelector<HTMLElement>(`#${first.browser}-${first.part}`)?.focus();
      return;
    }
    const file = writeFile(format, policy, targets);
    saveFile(file);
    setSaid(w('saved', file.name));
    onSaved();
  };
  return (
    <section id="save" ref={section} aria-labelledby="save-title">
      <h2 id="save-title">{w('section.save')}</h2>
      <h3>{w('ids')}</h3>
      <p class="line">{w('ids.hint')}</p>
      <div class="targets">
        {BROWSERS.map((browser) => (
          <fieldset key={browser}>
            <legend>{w(`browser.${browser}`)}</legend>
            <Part {...{ w, browser, part: 'id', targets, onTargets }} />
            <Part {...{ w, browser, part: 'url', targets, onTargets }} />
            {browser !== 'firefox' && badPartsOf(browser, targets[browser]).length === 0 && (
              <p class="line">
                {w('forcelist')} <code>{forcelistEntry(targets[browser])}</code>
              </p>
            )}
          </fieldset>
        ))}
      </div>
      <h3>{w('files')}</h3>
      {problems > 0 && <p class="problem">{w('files.bad', problems)}</p>}
      {Object.keys(policy).length === 0 && <p class="line">{w('files.none')}</p>}
      <ul class="formats">
        {FORMAT_IDS.map((format) => (
          <li key={format}>
            <div>
              <strong>{w(`file.${format}`)}</strong>
              <p class="line">{w(`file.${format}.hint`)}</p>
            </div>
            <button
              type="button"
              class="plain"
              aria-label={`${w('save.one', w(`file.${format}`))}: ${FORMATS[format].name}`}
              onClick={() => save(format)}
            >
              {FORMATS[format].name}
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
      <p class="line">{w('files.where')}</p>
    </section>
  );
}

/** The parts of targets that a file holds. */
function neededBy(format: FormatId): { browser: BrowserName; part: keyof Target }[] {
  const of: readonly BrowserName[] = FORMATS[format].of;
  const parts: (keyof Target)[] =
    format === 'firefox' || format.startsWith('install-') ? ['id', 'url'] : ['id'];
  return of.flatMap((browser) => parts.map((part) => ({ browser, part })));
}

/** What installs an extension needs an address. */
function isBad(targets: Targets, browser: BrowserName, part: keyof Target, format: FormatId): boolean {
  const target = targets[browser];
  if (part === 'url' && target.url === '') return format.startsWith('install-');
  return badPartsOf(browser, target).includes(part);
}

const labelOf = (browser: BrowserName, part: keyof Target, w: PolicyWords) =>
  w(part === 'id' ? 'id' : browser === 'firefox' ? 'url.firefox' : 'url');

interface PartProps {
  w: PolicyWords;
  browser: BrowserName;
  part: keyof Target;
  targets: Targets;
  onTargets(targets: Targets): void;
}

function Part({ w, browser, part, targets, onTargets }: PartProps) {
  const id = `${browser}-${part}`;
  const bad = badPartsOf(browser, targets[browser]).includes(part);
  return (
    <div class="field">
      <label for={id}>{labelOf(browser, part, w)}</label>
      {part === 'url' && (
        <p id={`${id}-hint`} class="line">
          {w(`url.${browser}.hint`)}
        </p>
      )}
      <input
        id={id}
        autocomplete="off"
        spellcheck={false}
        aria-describedby={part === 'url' ? `${id}-hint ${id}-trouble` : `${id}-trouble`}
        aria-invalid={bad}
        value={targets[browser][part]}
        onInput={({ currentTarget }) =>
          onTargets({
            ...targets,
            [browser]: { ...targets[browser], [part]: currentTarget.value.trim() },
          })
        }
      />
      <div id={`${id}-trouble`} role="status">
        {bad && (
          <p class="problem">
            {w(part === 'url' ? 'url.bad' : browser === 'firefox' ? 'id.bad.firefox' : 'id.bad')}
          </p>
        )}
      </div>
    </div>
  );
}
