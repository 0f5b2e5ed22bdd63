// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import {
  editorsAround,
  type KnownControls,
  sendControlOf,
  sends,
  verdictOf,
} from '../../lib/page/send-control.ts';
import { SITES } from '../../lib/sites/match.ts';

const NOTHING: KnownControls = { composer: [], send: [], stop: [] };

/** Builds a composer around an editor; `it` is the control that is asked about. */
function build(html: string): { it: HTMLElement; editor: HTMLElement } {
  document.body.innerHTML = `<main><div id="composer">${html}</div></main>`;
  return { it: document.querySelector<HTMLElement>('.it')!, editor: document.querySelector('textarea')! };
}

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('a control beside an editor', () => {
  const cases: [verdict: string, what: string, html: string][] = [
    ['sends', 'by its words', '<button class="it">Send</button>'],
    ['sends', 'by its label', '<button class="it" aria-label="Send message"><svg></svg></button>'],
    ['sends', 'in Spanish', '<button class="it" aria-label="Enviar mensaje"></button>'],
    ['sends', 'in German', '<button class="it" title="Nachricht absenden"></button>'],
    ['sends', 'in Chinese', '<button class="it" aria-label="发送提示"></button>'],
    ['sends', 'in Arabic', '<button class="it" aria-label="إرسال"></button>'],
    ['sends', 'by what its makers call it', '<button class="it fai-SendButton"></button>'],
    ['sends', 'by a test id', '<div role="button" class="it" data-testid="chat-input-send"></div>'],
    [
      'sends',
      'by words in another element',
      '<i id="x">Send</i><button class="it" aria-labelledby="x"></button>',
    ],
    ['perhaps', 'without a label', '<div role="button" class="it"><svg></svg></div>'],
    ['perhaps', 'with other words', '<button class="it">Generate</button>'],
    ['no', 'disabled', '<button class="it" disabled>Send</button>'],
    ['no', 'disabled for readers', '<div role="button" aria-disabled="true" class="it">Send</div>'],
    ['no', 'to stop', '<button class="it" aria-label="Stop generating"></button>'],
    ['no', 'to stop, in Spanish', '<button class="it" aria-label="Detener respuesta"></button>'],
    ['no', 'to stop sending', '<button class="it">Stop sending</button>'],
    ['no', 'to attach', '<button class="it" aria-label="Attach files"></button>'],
    ['no', 'to dictate', '<button class="it" aria-label="Dictar por voz"></button>'],
    ['no', 'that opens a menu', '<button class="it" aria-haspopup="menu"></button>'],
    ['no', 'that switches', '<button class="it" aria-pressed="false">Deep thinking</button>'],
    ['perhaps', 'with a word inside another', '<button class="it">Sendero</button>'],
  ];
  test.each(cases)('%s: %s', (verdict, _what, html) => {
    const { it, editor } = build(`<textarea></textarea>${html}`);
    expect(verdictOf(it, editor, NOTHING)).toBe(verdict);
  });

  test('of its form sends by its kind, whatever it says', () => {
    const { it, editor } = build('<form><textarea></textarea><button class="it">OK</button></form>');
    expect(verdictOf(it, editor, NOTHING)).toBe('sends');
  });

  test.each([
    ['sends', 'Send'],
    ['perhaps', 'Generate'],
    ['no', 'Regional'],
  ])('far below it: %s, %s', (verdict, label) => {
    const { it, editor } = build(
      `<div><p><textarea></textarea></p></div><button class="it">${label}</button>`,
    );
    it.getBoundingClientRect = () => new DOMRect(0, 900, 80, 30);
    editor.getBoundingClientRect = () => new DOMRect(0, 100, 600, 80);
    expect(verdictOf(it, editor, NOTHING)).toBe(verdict);
  });

  test('elsewhere in the page does not', () => {
    const { editor } = build('<form><textarea></textarea></form>');
    document.body.insertAdjacentHTML('beforeend', '<form><button class="it">Send</button></form>');
    expect(verdictOf(document.querySelector<HTMLElement>('.it')!, editor, NOTHING)).toBe('no');
  });

  test('that only could, does where nothing surely sends', () => {
    const unlabelled = build(
      '<textarea></textarea><div role="button" class="it"></div><button>Attach</button>',
    );
    expect(sends(unlabelled.it, unlabelled.editor, NOTHING)).toBe(true);
    const beside = build('<textarea></textarea><div role="button" class="it"></div><button>Send</button>');
    expect(sends(beside.it, beside.editor, NOTHING)).toBe(false);
    const around = build(
      '<p><textarea></textarea><div role="button" class="it"></div></p><button>Send</button>',
    );
    expect(sends(around.it, around.editor, NOTHING)).toBe(false);
    const off = build(
      '<textarea></textarea><div role="button" class="it"></div><button disabled>Send</button>',
    );
    expect(sends(off.it, off.editor, NOTHING)).toBe(true);
  });

  test('is told by the data of a site before anything else', () => {
    const { it, editor } = build('<textarea></textarea><button class="it blue">Vazhga</button>');
    expect(verdictOf(it, editor, { ...NOTHING, send: ['.blue', 'not:a(selector'] })).toBe('sends');
    expect(verdictOf(it, editor, { ...NOTHING, send: ['.blue'], stop: ['.it'] })).toBe('no');
  });

  test('is found anew after the page has drawn it again', () => {
    const { editor } = build(
      '<textarea></textarea><button>Attach</button><p><button id="new">Send</button></p>',
    );
    expect(sendControlOf(editor, NOTHING)?.id).toBe('new');
  });
});

test('the editors of a control are those of its form, or those nearest to it', () => {
  build(
    '<form><textarea id="a"></textarea><input id="b"><button class="it">Go</button></form><textarea id="c"></textarea>',
  );
  const ids = (known = NOTHING) =>
    editorsAround(document.querySelector<HTMLElement>('.it')!, known).map(({ id }) => id);
  expect(ids()).toEqual(['a', 'b']);
  build('<textarea id="a"></textarea><p><button class="it">Go</button></p>');
  document.body.insertAdjacentHTML('beforeend', '<textarea id="far"></textarea>');
  expect(ids()).toEqual(['a']);
  expect(ids({ ...NOTHING, composer: ['#far'] })).toEqual(['far', 'a']);
});

test('every selector of a site can be read', () => {
  const withData = SITES.filter(({ composer, send, stop }) => composer || send || stop);
  expect(withData.length).toBeGreaterThan(4);
  for (const { id, composer = [], send = [], stop = [] } of withData) {
    for (const selector of [...composer, ...send, ...stop])
      expect(() => document.querySelector(selector), `${id}: ${selector}`).not.toThrow();
  }
});
