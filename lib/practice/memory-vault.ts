/** A vault in memory, as the background keeps it for one browser session. */
import { assignAliases, emptyVault, lookUp } from '../redact/vault.ts';
import type { Vault } from '../settle.ts';

export function memoryVault(): Vault {
  let state = emptyVault();
  return {
    lookUp: async (requests, here) => lookUp(state, requests, new Set(here)),
    assign: async (requests, draft) => {
      const given = assignAliases(state, requests, draft);
      state = given.state;
      return given.aliases;
    },
  };
}
