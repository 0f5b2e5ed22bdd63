import { unzipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { grantsOf } from '../../tools/release/grants.ts';
import { licencesText, packageOf, readLicence } from '../../tools/release/licences.ts';
import { type Sbom, steadySbom } from '../../tools/release/sbom.ts';
import { filesOf, zipOf } from '../../tools/release/zip.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const FILES = {
  'manifest.json': bytes('{}'),
  'chunks/ä.js': bytes('let a;'.repeat(500)),
  'B.txt': bytes(''),
};

/** Begins the entry of a file in the directory at the end of a zip. */
const HEADER = Buffer.from([0x50, 0x4b, 1, 2]);

describe('a zip', () => {
  test('is the same whatever the order of its files, the hour and the zone', () => {
    const one = zipOf(FILES);
    const zone = process.env.TZ;
    try {
      vi.useFakeTimers({ now: new Date('2031-02-03T23:59:59Z') });
      process.env.TZ = 'Pacific/Auckland';
      const turned = Object.fromEntries(Object.entries(FILES).reverse());
      expect(Buffer.from(zipOf(turned)).equals(one)).toBe(true);
    } finally {
      vi.useRealTimers();
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  test('has every file, sorted, all of one date', () => {
    const zip = zipOf(FILES);
    expect(unzipSync(zip)).toEqual(FILES);
    const central = Buffer.from(zip);
    const headers = Object.keys(FILES).reduce<number[]>(
      (all) => [...all, central.indexOf(HEADER, (all.at(-1) ?? -1) + 1)],
      [],
    );
    const names = headers.map((at) =>
      central.toString('utf8', at + 46, at + 46 + central.readUInt16LE(at + 28)),
    );
    expect(names).toEqual(['B.txt', 'chunks/ä.js', 'manifest.json']);
    // 1 January 1980, midnight.
    expect(headers.map((at) => central.readUInt32LE(at + 12))).toEqual([0x00210000, 0x00210000, 0x00210000]);
  });

  test('is read without its folders', () => {
    expect(Object.keys(filesOf(zipOf({ 'a/': bytes(''), 'a/b': bytes('b') })))).toEqual(['a/b']);
  });
});

describe('the bill of materials', () => {
  const host = ['registry', 'example', 'org'].join('.');
  const made = (hour: number, folder: string, turned: boolean): Sbom => {
    const reference = { type: 'distribution', url: `https://${host}/a.tgz` };
    const parts = [
      { 'bom-ref': 'a@1.0.0', name: 'a', scope: 'optional', externalReferences: [reference] },
      { 'bom-ref': 'b@2.0.0', name: 'b', scope: 'optional' },
    ];
    const dependencies = [
      { ref: 'a@1.0.0', dependsOn: turned ? ['b@2.0.0', 'a@1.0.0'] : ['a@1.0.0', 'b@2.0.0'] },
      { ref: 'b@2.0.0' },
    ];
    return {
      serialNumber: `urn:uuid:${hour}`,
      metadata: {
        timestamp: `2026-01-01T0${hour}:00:00Z`,
        tools: [{ version: `11.${hour}.0` }],
        component: { 'bom-ref': 'chalkline@0.1.0', name: folder },
      },
      components: turned ? parts.reverse() : parts,
      dependencies: turned ? dependencies.reverse() : dependencies,
    };
  };

  test('is the same at another hour, in another folder, by another npm, and names no address', () => {
    const one = JSON.stringify(steadySbom(made(1, 'one', false), 'chalkline', ['a@1.0.0']));
    expect(JSON.stringify(steadySbom(made(2, 'two', true), 'chalkline', ['a@1.0.0']))).toBe(one);
    expect(one).not.toContain(host);
    expect(one).toContain('"name":"chalkline"');
  });

  test('tells what is shipped from what builds it', () => {
    const { components } = steadySbom(made(1, 'one', false), 'chalkline', ['a@1.0.0']);
    expect(components.map(({ name, scope }) => [name, scope])).toEqual([
      ['a', 'required'],
      ['b', 'excluded'],
    ]);
  });
});

describe('licences', () => {
  test.each([
    ['/home/x/chalkline/node_modules/preact/hooks/dist/hooks.mjs', 'preact'],
    ['C:\\x\\node_modules\\@wxt-dev\\browser\\src\\index.mjs', '@wxt-dev/browser'],
    ['/x/node_modules/a/node_modules/b/index.js', 'b'],
    ['\0vite/preload-helper.js', 'vite'],
    ['\0virtual:wxt-html-plugins', null],
    ['/x/lib/guard.ts', null],
  ])('%j is from %s', (id, name) => {
    expect(packageOf(id)).toBe(name);
  });

  test('a package comes with its text, also where it has that from its sister', () => {
    const preact = readLicence('.', 'preact');
    expect(preact).toMatchObject({ license: 'MIT' });
    expect(preact.text).toContain('Permission is hereby granted');
    expect(readLicence('.', 'wxt').text).toContain('Permission is hereby granted');
    expect(readLicence('.', 'vite').text).not.toContain('# Licenses of bundled');
    const data = readLicence('.', '@tesseract.js-data/eng');
    expect(data).toMatchObject({ license: 'MIT, Apache-2.0' });
    expect(data.text).toContain('Apache License');
    const all = licencesText([readLicence('.', 'wxt'), preact], 'Of the data.');
    expect(all.indexOf(`preact ${preact.version} (MIT)`)).toBeLessThan(all.indexOf('wxt '));
    expect(all).toContain('Of the data.');
  });
});

test('where content scripts run counts among the hosts, and a new key of power is seen', () => {
  const scripts = [{ matches: ['https://b.example.org/*'] }, { matches: ['https://a.example.org/*'] }];
  const manifest = { host_permissions: ['https://a.example.org/*'], content_scripts: scripts };
  expect(grantsOf(manifest).hosts).toEqual(['https://a.example.org/*', 'https://b.example.org/*']);
  expect(grantsOf({ ...manifest, externally_connectable: { ids: ['*'] } })).not.toEqual(grantsOf(manifest));
});
