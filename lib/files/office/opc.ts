/** What binds the parts of a docx, pptx or xlsx: content types and relationships. Source: ECMA-376-2, Open Packaging Conventions. */
import { FileProblem } from '../file.ts';
import type { Pace } from '../pace.ts';
import type { Copy, OfficePackage } from './package.ts';
import {
  attributeOf,
  elementsOf,
  parseXml,
  type XmlAttribute,
  type XmlElement,
  type XmlPart,
} from './xml.ts';

export const CONTENT_TYPES = '[Content_Types].xml';

export interface Relation {
  id: string;
  /** The last word of its type: `slide`, `hyperlink`. The rest differs between the two editions of the standard. */
  type: string;
  /** A path in the package. Of an external one: the address. */
  target: string;
  external: boolean;
  /** Where it stands. */
  part: XmlPart;
  element: XmlElement;
  attribute: XmlAttribute;
}

function relationsPathOf(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

function decodedPath(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** A target as a path, from the folder of the part that names it. */
function resolved(source: string, target: string): string {
  const path = decodedPath(target.replaceAll('\\', '/').replace(/#.*$/s, ''));
  const folders = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.' && step !== '') folders.push(step);
  }
  return folders.join('/');
}

/** The content types and relationships of a package. */
export class Opc {
  readonly package: OfficePackage;
  readonly #types = new Map<string, string>();
  readonly #overrides: { path: string; part: XmlPart; element: XmlElement }[] = [];
  readonly #bySource = new Map<string, Relation[]>();

  private constructor(of: OfficePackage) {
    this.package = of;
  }

  /** Throws FileProblem 'damaged' where there are no content types. */
  static async read(of: OfficePackage, pace: Pace): Promise<Opc> {
    const opc = new Opc(of);
    const part = of.part(CONTENT_TYPES);
    const root = part && (await parseXml(part, pace));
    if (!root) throw new FileProblem('damaged');
    for (const element of elementsOf(root)) {
      const type = part.valueOf(element, 'ContentType').toLowerCase();
      if (element.name === 'Default') opc.#types.set(part.valueOf(element, 'Extension').toLowerCase(), type);
      if (element.name !== 'Override') continue;
      const path = resolved('', part.valueOf(element, 'PartName'));
      opc.#types.set(`/${path.toLowerCase()}`, type);
      opc.#overrides.push({ path, part, element });
    }
    for (const { path } of of.entries.filter((entry) => /(?:^|\/)_rels\/[^/]*\.rels$/i.test(entry.path))) {
      const source = path.replace(/_rels\/([^/]*)\.rels$/i, '$1');
      opc.#bySource.set(source.toLowerCase(), await opc.#read(of.part(path)!, source, pace));
    }
    return opc;
  }

  async #read(part: XmlPart, source: string, pace: Pace): Promise<Relation[]> {
    return elementsOf(await parseXml(part, pace)).flatMap((element) => {
      const attribute = attributeOf(element, 'Target');
      if (!attribute) return [];
      const external = part.valueOf(element, 'TargetMode').toLowerCase() === 'external';
      const target = part.value(attribute);
      const type = part.valueOf(element, 'Type');
      return {
        ...{ id: part.valueOf(element, 'Id'), type: type.slice(type.lastIndexOf('/') + 1) },
        ...{ target: external ? target : resolved(source, target), external, part, element, attribute },
      };
    });
  }

  /** The content type of a part, in lower case; empty where none is given. */
  typeOf(path: string): string {
    const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
    return this.#types.get(`/${path.toLowerCase()}`) ?? this.#types.get(ending) ?? '';
  }

  /** The relationships of a part, in order; of the package itself for an empty path. */
  relationsOf(path: string): Relation[] {
    return this.#bySource.get(path.toLowerCase()) ?? [];
  }

  /** The parts that another leads to by relationships of a type, as paths that are in the package. */
  targetsOf(path: string, ...types: string[]): string[] {
    return this.relationsOf(path)
      .filter(({ type, external, target }) => types.includes(type) && !external && this.package.entry(target))
      .map(({ target }) => target);
  }

  relations(): Relation[] {
    return [...this.#bySource.values()].flat();
  }

  /** Whether an entry is XML by its content type or ending. */
  isXml(path: string): boolean {
    return /\.(?:xml|rels|vml)$/i.test(path) || /[+/]xml$/.test(this.typeOf(path));
  }

  /** The main part. Throws FileProblem 'damaged' where there is none. */
  main(): string {
    const [path] = this.targetsOf('', 'officeDocument');
    if (path === undefined) throw new FileProblem('damaged');
    return path;
  }

  /** The media type of the whole file, by its main part. */
  mediaType(): string {
    const type = this.typeOf(this.main()).replace(/\.main\+xml$/, '');
    return /macroenabled$/.test(type) ? `${type.replace('macroenabled', 'macroEnabled')}.12` : type;
  }

  /** Leaves a part out of a copy, with its relationships and all that leads to it. */
  drop(copy: Copy, path: string): void {
    copy.drop(path);
    copy.drop(relationsPathOf(path));
    const same = (other: string) => other.toLowerCase() === path.toLowerCase();
    for (const { part, element } of this.#overrides.filter((one) => same(one.path))) {
      copy.edit(part, element.start, element.end, '');
    }
    for (const { part, element } of this.relations().filter((one) => !one.external && same(one.target))) {
      copy.edit(part, element.start, element.end, '');
    }
  }
}
