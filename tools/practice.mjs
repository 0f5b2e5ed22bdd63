// npm run practice: the practice room as a folder that opens by a double click, in .output/practice-usb.
import { buildPractice, ensureInstalled, ensureNode, main } from './ensure.mjs';

await main(() => {
  ensureNode();
  ensureInstalled();
  buildPractice();
});
