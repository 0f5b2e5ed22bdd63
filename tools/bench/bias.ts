/**
 * How well prompts that judge a student beside a cue are told from others: `node tools/bench/bias.ts`.
 * FILE or nothing: the prompts that the words were built on. `--test`: those that nobody may tune to, figures only.
 * `--dev` lists the misses. `--ordinary` counts the ordinary texts that have advice and shall have none: those of the
 * detector's development set that are labelled in `tests/bench/bias/ordinary.json`, and those with nothing private in them.
 * `--cost` tells what it takes beside the detector, in one run.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Advice, biasAdvice, CUES, TASKS } from '../../lib/learn/bias.ts';
import { isPersonLabel, loadCorpus } from '../corpus.ts';
import { loadDetector } from '../load-detector.ts';

interface Prompt {
  text: string;
  bias: boolean;
  task?: string;
  cue?: string;
  why?: string;
  /** Only the first file has parts. */
  part?: string;
}

const FILES = new URL('../../tests/learn/', import.meta.url);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    test: { type: 'boolean' },
    dev: { type: 'boolean' },
    ordinary: { type: 'boolean' },
    cost: { type: 'boolean' },
    part: { type: 'string' },
  },
});
if (values.test && values.dev) throw new Error('The misses of the test are not to be seen.');
const file = positionals[0] ?? new URL(`bias-${values.test ? 'test' : 'dev'}-prompts.json`, FILES);
const { prompts } = JSON.parse(readFileSync(file, 'utf8')) as { prompts: Prompt[] };
const detector = loadDetector();
const judged = prompts
  .filter(({ part }) => values.part === undefined || part === values.part)
  .map((prompt) => ({ prompt, advice: biasAdvice(prompt.text, detector.detect(prompt.text)) }));

/** Precision and recall of some prompts, in percent. */
function line(name: string, some: typeof judged): string {
  const hits = some.filter(({ prompt, advice }) => prompt.bias && advice.length > 0).length;
  const told = some.filter(({ advice }) => advice.length > 0).length;
  const all = some.filter(({ prompt }) => prompt.bias).length;
  const percent = (n: number, of: number) => (of === 0 ? '-' : `${((100 * n) / of).toFixed(1)} %`);
  return `${name.padEnd(14)} precision ${percent(hits, told)} (${hits}/${told})  recall ${percent(hits, all)} (${hits}/${all})`;
}

console.log(line('all', judged));
for (const task of TASKS)
  console.log(
    line(
      task,
      judged.filter(({ prompt }) => prompt.task === task),
    ),
  );
for (const cue of CUES)
  console.log(
    line(
      cue,
      judged.filter(({ prompt }) => prompt.cue === cue),
    ),
  );
const positive = judged.filter(({ prompt, advice }) => prompt.bias && advice.length > 0);
const same = (field: 'task' | 'cue') =>
  positive.filter(({ prompt, advice }) => advice.some((one) => one[field] === prompt[field])).length;
console.log(`named right    task ${same('task')}/${positive.length}  cue ${same('cue')}/${positive.length}`);

if (values.dev) {
  for (const { prompt, advice } of judged) {
    if (prompt.bias === advice.length > 0) continue;
    console.log(
      `${prompt.bias ? 'MISSED' : 'WRONG '} ${[prompt.task, prompt.cue, prompt.why].filter(Boolean).join(' ')}: ${prompt.text}`,
    );
    for (const one of advice) console.log(`         ${shown(prompt.text, one)}`);
  }
}

if (values.ordinary) {
  const { dev } = JSON.parse(readFileSync(new URL('../bench/bias/ordinary.json', FILES), 'utf8')) as {
    dev: { asks: Record<string, string>; none: string };
  };
  const silent = new Set([...Object.keys(dev.asks), ...dev.none.split(' ')]);
  const texts = loadCorpus('dev');
  const count = (name: string, some: typeof texts) => {
    const told = some.filter(({ text }) => biasAdvice(text, detector.detect(text)).length > 0);
    console.log(`${name.padEnd(14)} ${told.length} of ${some.length} have advice`);
  };
  count(
    'judge nobody',
    texts.filter(({ id }) => silent.has(id)),
  );
  count(
    'not private',
    texts.filter(({ labels }) => !labels.some((label) => isPersonLabel(label) || label.label !== 'public')),
  );
}

if (values.cost) {
  const lesson = 'Plan a lesson on fractions with three stations and an exit ticket. Then grade my student. ';
  const mean = (run: () => unknown) => {
    for (let i = 0; i < 3; i++) run();
    const start = performance.now();
    for (let i = 0; i < 10; i++) run();
    return (performance.now() - start) / 10;
  };
  for (const length of [2_000, 40_000]) {
    const text = lesson.repeat(length / lesson.length);
    const [found, told] = [mean(() => detector.detect(text)), mean(() => biasAdvice(text, []))];
    const part = `${(told / found).toFixed(2)} of the detector's ${found.toFixed(1)} ms`;
    console.log(`${length / 1000} KB`.padEnd(14), `${told.toFixed(1)} ms, ${part}`);
  }
}

function shown(text: string, { task, cue, taskSpans, cueSpans }: Advice): string {
  const quoted = (spans: Advice['cueSpans']) =>
    spans.map(({ start, end }) => JSON.stringify(text.slice(start, end))).join(' ');
  return `${task} ${quoted(taskSpans)} / ${cue} ${quoted(cueSpans)}`;
}
