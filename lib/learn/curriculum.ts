/** The curriculum as it is shipped. Some 130 KB: pages that must be there at once load it later. */
import m1En from '../../curriculum/m1.en.json' with { type: 'json' };
import m1Es from '../../curriculum/m1.es.json' with { type: 'json' };
import m2En from '../../curriculum/m2.en.json' with { type: 'json' };
import m2Es from '../../curriculum/m2.es.json' with { type: 'json' };
import m3En from '../../curriculum/m3.en.json' with { type: 'json' };
import m3Es from '../../curriculum/m3.es.json' with { type: 'json' };
import m4En from '../../curriculum/m4.en.json' with { type: 'json' };
import m4Es from '../../curriculum/m4.es.json' with { type: 'json' };
import m5En from '../../curriculum/m5.en.json' with { type: 'json' };
import m5Es from '../../curriculum/m5.es.json' with { type: 'json' };
import m6En from '../../curriculum/m6.en.json' with { type: 'json' };
import m6Es from '../../curriculum/m6.es.json' with { type: 'json' };
import m7En from '../../curriculum/m7.en.json' with { type: 'json' };
import m7Es from '../../curriculum/m7.es.json' with { type: 'json' };
import m8En from '../../curriculum/m8.en.json' with { type: 'json' };
import m8Es from '../../curriculum/m8.es.json' with { type: 'json' };
import type { Module } from './module.ts';
import { readModule } from './read-module.ts';
import type { Tip } from './tip.ts';

const EN: unknown[] = [m1En, m2En, m3En, m4En, m5En, m6En, m7En, m8En];
const ES: unknown[] = [m1Es, m2Es, m3Es, m4Es, m5Es, m6Es, m7Es, m8Es];

/** The modules in a language (a BCP 47 tag): Spanish, or English for any other. */
export function modulesIn(language: string): Module[] {
  return (language.toLowerCase().startsWith('es') ? ES : EN).flatMap((raw) => readModule(raw) ?? []);
}

/** The tips of all modules, in order. */
export function tipsIn(language: string): Tip[] {
  return modulesIn(language).flatMap(({ tips }) => tips);
}
