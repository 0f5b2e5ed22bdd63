import { useState } from 'preact/hooks';
import type { Finding } from '../lib/detect/finding.ts';
import type { Translate } from '../lib/locale.ts';
import { decide, isAlarm } from '../lib/policy/decide.ts';
import type { RawPolicy } from '../lib/policy/formats/managed.ts';
import { mergePolicies } from '../lib/policy/merge.ts';
import { addOwnWords, type FindPatterns } from '../lib/policy/own-words.ts';
import type { RuleKey } from '../lib/policy/policy.ts';
import { nameOf } from './PolicyRules.tsx';
import type { PolicyWords } from './policy-words.ts';

export interface PolicyTryProps {
  t: Translate;
  w: PolicyWords;
  policy: RawPolicy;
  find(text: string): Promise<Finding[]>;
  /** Brings what looks for the policy's own patterns. */
  findPatterns(): Promise<FindPatterns>;
}

interface Found {
  text: string;
  findings: Finding[];
  patterns: FindPatterns;
}
type State = { kind: 'none' | 'running' | 'failed' } | ({ kind: 'done' } & Found);

/** A text, what is found in it, and what the policy does with each finding; it follows the policy as it is edited. */
export function PolicyTry({ t, w, policy, find, findPatterns }: PolicyTryProps) {
  const [text, setText] = useState<string>(w('try.sample'));
  const [state, setState] = useState<State>({ kind: 'none' });
  const run = async () => {
    setState({ kind: 'running' });
    const found = await Promise.all([find(text), findPatterns()]).catch(() => null);
    setState(found ? { kind: 'done', text, findings: found[0], patterns: found[1] } : { kind: 'failed' });
  };
  return (
    <section id="try" aria-labelledby="try-title">
      <h2 id="try-title">{w('section.try')}</h2>
      <div class="field">
        <label for="try-text">{w('try.text')}</label>
        <p id="try-hint" class="line">
          {w('try.hint')}
        </p>
        <textarea
          id="try-text"
          aria-describedby="try-hint"
          spellcheck={false}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </div>
      <p>
        <button type="button" class="main" onClick={run}>
          {w('try.run')}
        </button>
      </p>
      <div role="status">
        {state.kind === 'running' && <p class="line">{w('try.running')}</p>}
        {state.kind === 'failed' && <p class="problem">{w('try.failed')}</p>}
        {state.kind === 'done' && <Result {...{ t, w, policy, ...state }} />}
      </div>
    </section>
  );
}

type ResultProps = Omit<PolicyTryProps, 'find' | 'findPatterns'> & Found;

function Result({ t, w, policy, text, findings, patterns }: ResultProps) {
  const effective = mergePolicies({ district: policy, teacher: {} });
  const decisions = decide(text, addOwnWords(text, findings, effective, patterns), effective);
  if (decisions.length === 0) return <p>{w('try.none')}</p>;
  return (
    <>
      <p>
        <strong>{w(decisions.some(isAlarm) ? 'try.stops' : 'try.passes')}</strong> {w('try.live')}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{w('try.found')}</th>
            <th scope="col">{w('detail')}</th>
            <th scope="col">{w('action')}</th>
          </tr>
        </thead>
        <tbody>
          {decisions.map(({ finding: { span, category, role }, action }) => {
            const key = category === 'person-name' ? `person-name/${role ?? 'unknown'}` : category;
            return (
              <tr key={`${span.start} ${span.end} ${category}`}>
                <th scope="row">{text.slice(span.start, span.end)}</th>
                <td data-label={w('detail')}>{nameOf(key as RuleKey, t, w)}</td>
                <td data-label={w('action')}>{w(`action.${action}`)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
