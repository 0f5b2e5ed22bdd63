import { useRef, useState } from 'preact/hooks';
import type { PlannedStep } from '../../lib/practice/content.ts';
import { puzzleSentence } from '../../lib/practice/puzzle.ts';
import { Chat } from './Chat.tsx';
import { Hands, HandsLine, type HandsProps } from './Hands.tsx';
import { LabelledText, MarkedText } from './MarkedText.tsx';
import { type Here, useLook } from './parts.ts';
import { SampleCard } from './Room.tsx';

interface StageProps extends Here, Pick<HandsProps, 'hands' | 'onHands'> {
  step: PlannedStep;
  /** How much of the step is shown, from 0. */
  stage: number;
}

/** What the people in the room see of a step. */
export function Stage(props: StageProps) {
  switch (props.step.kind) {
    case 'predict':
      return <Predict {...props} />;
    case 'try':
      return <Try {...props} />;
    case 'puzzle':
      return <PuzzleStage {...props} />;
    case 'pair':
      return <PairStage {...props} />;
    case 'quiz':
      return <Quiz {...props} />;
    default:
      return (
        <>
          <Lines lines={props.step.screen ?? []} />
          <Discuss {...props} />
        </>
      );
  }
}

function Lines({ lines }: { lines: string[] }) {
  return (
    <ul class="big">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Discuss({ step, t }: StageProps) {
  return (
    <p class="discuss">
      <strong>{t('discuss')}</strong> {step.discuss.join(' ')}
    </p>
  );
}

function AskHands(props: StageProps) {
  const { question, choices } = props.step;
  return question && choices ? <Hands {...props} question={question} choices={choices} /> : null;
}

/** A sample, and then what the detector finds in it. */
function Predict(props: StageProps) {
  const { step, stage, content, parts, t } = props;
  const id = step.samples?.[Math.floor(stage / 2)];
  const text = content.school.samples.find((sample) => sample.id === id)?.text ?? '';
  const look = useLook(text, parts);
  if (stage % 2 === 0 || !look) {
    return (
      <>
        <MarkedText text={text} marks={[]} />
        <AskHands {...props} />
      </>
    );
  }
  const found = look.stops > 0;
  return (
    <>
      <p class="verdict" role="status">
        {found ? t('found', look.stops) : t('found-none')}
      </p>
      <div class={found ? 'sides' : ''}>
        <section class="wrote">
          <h2>{t('wrote')}</h2>
          <MarkedText text={text} marks={look.marks} />
        </section>
        {found && (
          <section class="saw">
            <h2>{t('would-see')}</h2>
            <LabelledText text={look.swapped} />
          </section>
        )}
      </div>
      {look.marks.length > 0 && <p class="line">{t('legend')}</p>}
      <HandsLine {...props} choices={step.choices ?? []} />
      <Discuss {...props} />
    </>
  );
}

/** The room itself, with one sample; then the same task without a child. */
function Try(props: StageProps) {
  const { step, stage, content, t } = props;
  const box = useRef<HTMLTextAreaElement>(null);
  const [writing, setWriting] = useState(true);
  const sample = content.school.samples.find(({ id }) => id === step.sample);
  if (stage > 0) {
    return (
      <>
        <div class="sides">
          <section class="wrote">
            <h2>{t('wrote')}</h2>
            <p class="told">{sample?.text}</p>
          </section>
          <section class="saw">
            <h2>{t('without')}</h2>
            <p class="told">{step.after}</p>
          </section>
        </div>
        <p class="verdict">{step.afterWhy}</p>
        <Discuss {...props} />
      </>
    );
  }
  return (
    <div class="try">
      {sample && writing && <SampleCard {...props} sample={sample} box={box} />}
      <Chat {...props} box={box} onlyLast onWriting={setWriting} />
    </div>
  );
}

/** Details of which each is harmless: the policy in force says when they are no longer. */
function PuzzleStage(props: StageProps) {
  const { step, stage, content, parts, t } = props;
  const { puzzle } = content.school;
  const [chosen, setChosen] = useState<boolean[]>([]);
  const text = puzzleSentence(puzzle, chosen);
  const look = useLook(text, parts);
  const stops = (look?.stops ?? 0) > 0;
  return (
    <>
      <p class="question">
        <strong>{t('predict-first')}</strong> {step.question}
      </p>
      <fieldset class="puzzle">
        <legend>{t('details')}</legend>
        {puzzle.details.map((detail, i) => (
          <label key={detail}>
            <input
              type="checkbox"
              checked={chosen[i] ?? false}
              onChange={({ currentTarget: { checked } }) =>
                setChosen(puzzle.details.map((_, j) => (i === j ? checked : (chosen[j] ?? false))))
              }
            />
            {detail}
          </label>
        ))}
      </fieldset>
      <MarkedText text={text} marks={stage > 0 ? (look?.marks ?? []) : []} />
      <p class={stops ? 'verdict stopped' : 'verdict'} role="status">
        {stage > 0 && look && t(stops ? 'puzzle-stop' : 'puzzle-go')}
      </p>
      {stage > 0 && stops && (
        <p class="told saw">
          <strong>{t('broad')}</strong> {puzzle.broad}
        </p>
      )}
      {stage > 0 && <Discuss {...props} />}
    </>
  );
}

/** One prompt with two names, the two answers, and what changed with the name. */
function PairStage(props: StageProps) {
  const { stage, content, t } = props;
  const { pair } = content.school;
  return (
    <>
      {stage < 2 && <p class="told">{pair.prompt}</p>}
      <div class="sides">
        {pair.names.map((name, i) => (
          <section key={name} class="wrote">
            <h2>{name}</h2>
            {stage > 0 && <p class="told">{pair.answers[i]}</p>}
          </section>
        ))}
      </div>
      {stage > 0 && <p class="line">{pair.source}</p>}
      {stage === 0 && <AskHands {...props} />}
      {stage === 1 && <HandsLine {...props} choices={props.step.choices ?? []} />}
      {stage === 1 && <Discuss {...props} />}
      {stage === 2 && (
        <>
          <h2>{t('changed')}</h2>
          <ul class="list">
            {pair.changed.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <p class="told saw">
            <strong>{t('better')}</strong> {pair.better}
          </p>
        </>
      )}
    </>
  );
}

/** A question, hands, and its answer. */
function Quiz(props: StageProps) {
  const { step, stage } = props;
  return (
    <>
      {stage === 0 ? <AskHands {...props} /> : <p class="question">{step.question}</p>}
      {stage > 0 && (
        <>
          <p class="verdict" role="status">
            {step.reason}
          </p>
          <Lines lines={step.screen ?? []} />
          <Discuss {...props} />
        </>
      )}
    </>
  );
}
