import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { makeDetector } from '../lib/detector-data.ts';
import { provideDetector } from '../lib/slot.ts';

export default defineUnlistedScript(() => provideDetector(makeDetector));
