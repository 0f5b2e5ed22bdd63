/** The policy files that are JSON: for Google's console, Linux and Firefox, and what installs the extension. */
import type { RawPolicy } from './managed.ts';
import type { Target, Targets } from './targets.ts';

/** What the box "Policy for extensions" of Google's Admin console takes: each value is wrapped. */
export function googleJson(policy: RawPolicy): string {
  return json(Object.fromEntries(Object.entries(policy).map(([name, Value]) => [name, { Value }])));
}

/** A file for the folders of managed policies of Chrome, Chromium and Edge on Linux. */
export function linuxJson(policy: RawPolicy, { chrome, edge }: Targets): string {
  return json({ '3rdparty': { extensions: { [chrome.id]: policy, [edge.id]: policy } } });
}

/** Firefox's policies.json, with what installs the extension where its address is known. */
export function firefoxJson(policy: RawPolicy, { firefox: { id, url } }: Targets): string {
  return json({
    policies: {
      '3rdparty': { Extensions: { [id]: policy } },
      ...(url && { ExtensionSettings: { [id]: { installation_mode: 'force_installed', install_url: url } } }),
    },
  });
}

/** The policy that installs the extension in Chrome or Edge and keeps it there. */
export function installJson({ id, url }: Target): string {
  return json({ ExtensionSettings: { [id]: { installation_mode: 'force_installed', update_url: url } } });
}

/** The same as one line of the older list `ExtensionInstallForcelist`, as consoles ask for it. */
export function forcelistEntry({ id, url }: Target): string {
  return `${id};${url}`;
}

/** As people read it, and with a last line that ends. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
