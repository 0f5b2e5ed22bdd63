import { useRef, useState } from 'preact/hooks';
import { listIn, withTool } from '../lib/policy/edit.ts';
import { FIELDS } from '../lib/policy/fields.ts';
import { isObject } from '../lib/policy/formats/managed.ts';
import { TIERS } from '../lib/policy/policy.ts';
import { SITES } from '../lib/sites/match.ts';
import type { PolicyForm } from './PolicyField.tsx';

/** The listed sites and what the district says of each, with a way to add others. */
export function PolicyTools({ w, policy, onChange }: PolicyForm) {
  const tools = listIn(policy, 'approvedTools').filter(isObject);
  const tierOf = (site: string) => tools.find((tool) => tool.site === site)?.tier;
  const [host, setHost] = useState('');
  const [bad, setBad] = useState(false);
  const [open] = useState(tools.length > 0);
  const box = useRef<HTMLInputElement>(null);
  const listed = SITES.map(({ id, name }) => ({ site: id, name }));
  const others = tools
    .map(({ site }) => String(site))
    .filter((site) => !listed.some((one) => one.site === site))
    .map((site) => ({ site, name: site }));
  const add = () => {
    const site = host.trim().toLowerCase();
    const isSite = FIELDS.approvedTools.read([{ site, tier: 'approved' }]).bad.length === 0;
    const isNew = ![...listed, ...others].some((one) => one.site === site);
    setBad(!isSite || !isNew);
    box.current?.focus();
    if (!isSite || !isNew) return;
    onChange(withTool(policy, site, 'not-reviewed'));
    setHost('');
  };
  return (
    <>
      <details class="fold" open={open}>
        <summary>{w('all.fold', listed.length + others.length)}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{w('tool')}</th>
              <th scope="col">{w('tier')}</th>
            </tr>
          </thead>
          <tbody>
            {[...others, ...listed].map(({ site, name }) => (
              <tr key={site}>
                <th scope="row">{name}</th>
                <td data-label={w('tier')}>
                  <select
                    aria-label={`${w('tier')}: ${name}`}
                    value={TIERS.find((tier) => tier === tierOf(site)) ?? ''}
                    onChange={({ currentTarget }) =>
                      onChange(withTool(policy, site, currentTarget.value || undefined))
                    }
                  >
                    <option value="">{w('tier.none')}</option>
                    {TIERS.map((tier) => (
                      <option key={tier} value={tier}>
                        {w(`tier.${tier}`)}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <form
        class="add"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <label for="tool-host">{w('tools.add')}</label>
        <p id="tool-host-hint" class="line">
          {w('tools.add.hint')}
        </p>
        <div class="row">
          <input
            id="tool-host"
            ref={box}
            autocomplete="off"
            aria-describedby="tool-host-hint tool-host-trouble"
            aria-invalid={bad}
            value={host}
            onInput={({ currentTarget }) => setHost(currentTarget.value)}
          />
          <button type="submit" class="plain">
            {w('add')}
          </button>
        </div>
        <div id="tool-host-trouble" role="status">
          {bad && <p class="problem">{w('tools.add.bad')}</p>}
        </div>
      </form>
    </>
  );
}
