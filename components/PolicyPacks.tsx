import { listIn, withField } from '../lib/policy/edit.ts';
import type { PolicyForm } from './PolicyField.tsx';

/** Pack files that go into the policy as they are. */
export function PolicyPacks({ w, policy, onChange }: PolicyForm) {
  const packs = listIn(policy, 'packs');
  const add = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (!file) return;
    const text = await file.text();
    // The same file can then be chosen again.
    input.value = '';
    onChange(withField(policy, 'packs', [...packs, text.trim()]));
  };
  return (
    <>
      {packs.length > 0 && (
        <ul>
          {packs.map((pack, i) => {
            const title = titleOf(pack);
            return (
              // Two packs may be the same.
              // biome-ignore lint/suspicious/noArrayIndexKey: nothing in a row has a state.
              <li key={i} class="ends">
                <span>{w('packs.one', i + 1, title)}</span>
                <button
                  type="button"
                  class="quiet"
                  aria-label={w('remove.one', w('packs.one', i + 1, title))}
                  onClick={() =>
                    onChange(
                      withField(
                        policy,
                        'packs',
                        packs.filter((_, at) => at !== i),
                      ),
                    )
                  }
                >
                  {w('remove')}
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <label for="packs-file">{w('packs.add')}</label>
      <input
        id="packs-file"
        type="file"
        accept=".json,application/json"
        aria-describedby="packs-hint packs-trouble"
        onChange={({ currentTarget }) => void add(currentTarget)}
      />
    </>
  );
}

function titleOf(pack: unknown): string {
  try {
    return String(JSON.parse(String(pack)).title);
  } catch {
    return '?';
  }
}
