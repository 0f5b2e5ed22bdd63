import { loadDetector } from './load-detector.ts';

const d = loadDetector();
for (const t of process.argv.slice(2))
  console.log(
    JSON.stringify(t),
    d
      .detect(t)
      .map((f) => `${f.category}:${t.slice(f.span.start, f.span.end)} ${f.score.toFixed(2)}`)
      .join(' | '),
  );
