/** An answer of the chat in the review page, with names in the place of labels. */
import { render } from 'preact';
import { Answer } from '../../components/Answer.tsx';
import '../../components/answer.css';
import { saveFile } from '../../components/save-file.ts';
import { textsOfBlocks, withNames } from '../../lib/answer.ts';
import { translator } from '../../lib/locale.ts';
import type { AnswerRequest } from '../../lib/messages.ts';
import { send } from '../../lib/store/channel.ts';
import { pageLanguage } from '../../lib/store/language.ts';
import { readHideDetails } from '../../lib/store/settings.ts';
import { spoken } from '../../lib/words.ts';
import type { Stage } from './stage.ts';

/** Shows an answer until the teacher closes it. Nothing of it goes back to the page. */
export async function showAnswer({ blocks }: AnswerRequest, { app, ask, end }: Stage): Promise<void> {
  const [labels, language, hide] = await Promise.all([
    send({ type: 'labels-list', texts: textsOfBlocks(blocks) }),
    pageLanguage(),
    readHideDetails(),
  ]);
  const answer = withNames(blocks, labels);
  const t = translator(language);
  document.documentElement.lang = spoken(language);
  await ask();
  const save = async () => {
    const { wordFile } = await import('../../lib/word-file.ts');
    saveFile({ name: `${t('answer.file')}.docx`, ...(await wordFile(answer.blocks)) });
  };
  const draw = (veiled: boolean) =>
    render(
      <Answer
        {...{ answer, t, language, veiled }}
        onVeil={(hide) => {
          draw(hide);
          void send({ type: 'hide-details', hide }).catch(() => {});
        }}
        onSave={save}
        onPrint={() => print()}
        onClose={() => end({ kind: 'cancelled' })}
      />,
      app,
    );
  draw(hide);
}
