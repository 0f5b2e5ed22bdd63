/** The bill of materials, made the same on every machine. */

interface Component {
  'bom-ref': string;
  name: string;
  scope?: string;
  externalReferences?: { type: string; url: string }[];
}

/** What is read of a CycloneDX document; all else is passed on. */
export interface Sbom {
  serialNumber?: string;
  metadata: { timestamp?: string; tools?: unknown; component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn?: string[] }[];
}

const byRef = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * A bill of materials as `npm sbom` gives it, without what differs from one machine or hour to the next: the time, the
 * serial number, the version of npm, the name of the folder, and where a package was fetched from.
 * @param name of the product
 * @param shipped `name@version` of what is in the bundle; all else only builds and tests it
 */
export function steadySbom(raw: Sbom, name: string, shipped: string[]): Sbom {
  const { serialNumber: _number, ...sbom } = raw;
  const { timestamp: _time, tools: _tools, ...metadata } = raw.metadata;
  const component = (one: Component): Component => {
    const { externalReferences = [], ...rest } = one;
    const scope = shipped.includes(one['bom-ref']) ? 'required' : 'excluded';
    return {
      ...rest,
      scope,
      externalReferences: externalReferences.filter(({ type }) => type !== 'distribution'),
    };
  };
  return {
    ...sbom,
    metadata: { ...metadata, component: { ...component(metadata.component), name, scope: 'required' } },
    components: sbom.components.map(component).sort((a, b) => byRef(a['bom-ref'], b['bom-ref'])),
    dependencies: sbom.dependencies
      .map((one) => ({ ...one, ...(one.dependsOn && { dependsOn: [...one.dependsOn].sort(byRef) }) }))
      .sort((a, b) => byRef(a.ref, b.ref)),
  };
}
