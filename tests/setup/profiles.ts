/**
 * A folder for the profiles of a run's browsers, empty at its start. Each worker's last browser, made ready for nobody,
 * ends with its worker and leaves its profile there.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';

export const PROFILES = resolve('.results/profiles');

export default function emptyProfiles(): void {
  rmSync(PROFILES, { recursive: true, force: true });
  mkdirSync(PROFILES, { recursive: true });
}
