/** What a manifest lets the extension do, in a form to be compared with docs/permissions.json. */

interface Script {
  matches: string[];
  world?: string;
}
export interface Manifest {
  permissions?: string[];
  host_permissions?: string[];
  optional_permissions?: string[];
  optional_host_permissions?: string[];
  content_scripts?: Script[];
  web_accessible_resources?: { resources: string[]; matches: string[] }[];
  content_security_policy?: { extension_pages?: string };
  externally_connectable?: unknown;
}

export interface Grants {
  permissions: string[];
  optionalPermissions: string[];
  hosts: string[];
  optionalHosts: string[];
  /** What pages can load of ours, and which pages. */
  webAccessible: { resources: string[]; matches: string[] }[];
  /** Who else may send messages; null for nobody but ourselves. */
  externallyConnectable: unknown;
  contentSecurityPolicy: string;
}

/** Reads what a manifest grants. Where content scripts run counts as a host. */
export function grantsOf(manifest: Manifest): Grants {
  const scripts = (manifest.content_scripts ?? []).flatMap(({ matches }) => matches);
  return {
    permissions: manifest.permissions ?? [],
    optionalPermissions: manifest.optional_permissions ?? [],
    hosts: [...new Set([...(manifest.host_permissions ?? []), ...scripts])],
    optionalHosts: manifest.optional_host_permissions ?? [],
    webAccessible: (manifest.web_accessible_resources ?? []).map(({ resources, matches }) => ({
      resources,
      matches,
    })),
    externallyConnectable: manifest.externally_connectable ?? null,
    contentSecurityPolicy: manifest.content_security_policy?.extension_pages ?? '',
  };
}
