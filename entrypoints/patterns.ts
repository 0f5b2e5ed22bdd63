import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findPatterns } from '../lib/patterns.ts';
import { providePatterns } from '../lib/slot.ts';

export default defineUnlistedScript(() => providePatterns(findPatterns));
