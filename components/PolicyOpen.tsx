import { useEffect, useRef, useState } from 'preact/hooks';
import { decodeText } from '../lib/files/decode-text.ts';
import type { Checks } from '../lib/policy/check.ts';
import { problemsIn } from '../lib/policy/edit.ts';
import { isObject, type RawPolicy, shapeOf } from '../lib/policy/formats/managed.ts';
import { type FoundPolicy, type ReadFile, readPolicyFile } from '../lib/policy/formats/read-file.ts';
import { targetsFrom } from '../lib/policy/formats/take-in.ts';
import type { Targets } from '../lib/policy/formats/targets.ts';
import type { Policy } from '../lib/policy/policy.ts';
import { checksFor, SITE_CHECKS } from '../lib/policy-checks.ts';
import type { Spoken } from '../lib/words.ts';
import { fieldWords, type PolicyWords } from './policy-words.ts';

interface PolicyOpenProps {
  w: PolicyWords;
  language: Spoken;
  targets: Targets;
  /** Something stands in the form now. */
  replaces: boolean;
  /** Takes a policy in; none where the file only says where the extension comes from. */
  onUse(policy: RawPolicy | undefined, targets: Targets): void;
}

type State = { kind: 'nothing' | 'bad' | 'done' } | { kind: 'read'; file: ReadFile; checks: Checks };

/** Opens a policy file. It is said what is in it, and what was not understood, before it is taken in. */
export function PolicyOpen({ w, language, targets, replaces, onUse }: PolicyOpenProps) {
  const [state, setState] = useState<State>({ kind: 'nothing' });
  const input = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (state.kind === 'read') heading.current?.focus();
  }, [state.kind]);
  const read = async (file: File | undefined) => {
    if (!file) return setState({ kind: 'nothing' });
    const found = readPolicyFile(decodeText(new Uint8Array(await file.arrayBuffer())));
    if (!found?.policies.every(({ policy }) => isObject(policy))) return setState({ kind: 'bad' });
    const checks = await checksFor(...found.policies.map(({ policy }) => policy)).catch(() => SITE_CHECKS);
    setState({ kind: 'read', file: found, checks });
  };
  const end = (kind: 'nothing' | 'done') => {
    // The same file can then be chosen again.
    if (input.current) input.current.value = '';
    setState({ kind });
    input.current?.focus();
  };
  const use = (file: ReadFile, found: FoundPolicy | undefined) => {
    const { fields: _, ...policy } = isObject(found?.policy) ? found.policy : {};
    onUse(found && policy, targetsFrom(file, targets));
    end('done');
  };
  return (
    <section aria-labelledby="open">
      <h2 id="open">{w('open')}</h2>
      <div class="field">
        <label for="open-file">{w('open.file')}</label>
        <p id="open-hint" class="line">
          {w('open.hint')}
        </p>
        <input
          id="open-file"
          ref={input}
          type="file"
          aria-describedby="open-hint"
          onChange={({ currentTarget }) => void read(currentTarget.files?.[0])}
        />
        <div role="status">
          {state.kind === 'bad' && <p class="problem">{w('open.none')}</p>}
          {state.kind === 'done' && <p>{w('open.done')}</p>}
        </div>
      </div>
      {state.kind === 'read' && (
        <div class="sure">
          <p ref={heading} tabIndex={-1}>
            <strong>{w('open.is', w(`kind.${state.file.kind}`))}</strong>
          </p>
          {state.file.policies.length === 0 && <p>{w('open.empty')}</p>}
          {state.file.installs.length > 0 && <p>{w('open.installs')}</p>}
          {state.file.policies.map((found, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the file does not change.
            <Holds key={i} {...{ w, language, found, checks: state.checks }} />
          ))}
          {state.file.ignored.length > 0 && (
            <p class="line">{w('open.ignored', state.file.ignored.join(', '))}</p>
          )}
          {state.file.policies.length > 1 && <p>{w('open.two')}</p>}
          {replaces && state.file.policies.length > 0 && <p>{w('open.replaces')}</p>}
          <p class="row">
            <button type="button" class="plain" onClick={() => end('nothing')}>
              {w('open.no')}
            </button>
            {state.file.policies.map((found, i) => (
              <button
                // biome-ignore lint/suspicious/noArrayIndexKey: the file does not change.
                key={i}
                type="button"
                class="main"
                onClick={() => use(state.file, found)}
              >
                {state.file.policies.length > 1 ? w('open.use-of', ownerOf(found, w)) : w('open.use')}
              </button>
            ))}
            {state.file.policies.length === 0 && state.file.installs.length > 0 && (
              <button type="button" class="main" onClick={() => use(state.file, undefined)}>
                {w('add')}
              </button>
            )}
          </p>
        </div>
      )}
    </section>
  );
}

function ownerOf({ browser, id = '' }: FoundPolicy, w: PolicyWords): string {
  return browser ? w(`browser.${browser}`) : id;
}

interface HoldsProps extends Pick<PolicyOpenProps, 'w' | 'language'> {
  found: FoundPolicy;
  checks: Checks;
}

/** What one policy sets, and what of it was not understood. */
function Holds({ w, language, found, checks }: HoldsProps) {
  const raw = isObject(found.policy) ? found.policy : {};
  const { fields, ...policy } = raw;
  const names = Object.keys(policy);
  const bad = [...problemsIn(policy, checks).values()].flat();
  const lost = (Array.isArray(fields) ? fields.map(String) : []).filter((name) => !names.includes(name));
  const titles = names.map((name) =>
    shapeOf(name) ? fieldWords(name as keyof Policy, language).title : name,
  );
  return (
    <>
      <p>{w('open.holds', names.length, titles.join(', '))}</p>
      {lost.length > 0 && <p class="problem">{w('open.lost', lost.join(', '))}</p>}
      {bad.length > 0 && (
        <p class="problem">
          {w('open.bad')} {bad.map(({ path }) => path).join(', ')}
        </p>
      )}
    </>
  );
}
