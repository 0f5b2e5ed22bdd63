/**
 * Hears what sends a draft, before the page does, and does it once more when it was held. DOM only.
 *
 * Enter, Ctrl or Cmd with Enter, a press on a send control, and the submit of a form. What is done once more is what the
 * teacher did: the same key in the same place, the same press on the same control.
 */
import { delay, fire, isOurs } from './composer.ts';
import { deepActiveElement, editableOf, isLeftAlone, isTextControl } from './editable.ts';
import { type Draft, draftIn } from './intercept.ts';
import { type Listeners, listen } from './listen.ts';
import {
  controlOf,
  editorsAround,
  isDisabled,
  type KnownControls,
  sendControlOf,
  sends,
} from './send-control.ts';
import { plain, textOf } from './words.ts';

/** What became of a draft: it left its composer, Enter only began a line in it, or it still stands there. */
export type Sent = 'gone' | 'line' | 'still-there';

/** A draft on its way out of its composer. A form may have several. */
export interface Send {
  /** False where a script made it up. */
  byHand: boolean;
  drafts: Draft[];
  /** What stands in the same composers by now. */
  now(): Draft[];
  /** Does once more what was held. Once. @returns whether there was still something to do it on */
  again(): Promise<boolean>;
  /** What became of it, two seconds later at the latest. */
  ended(): Promise<Sent>;
}

export interface SendParts {
  /** @returns true where it is held: the page then sees nothing of it. */
  onSend(send: Send): boolean;
  /** A draft that could not be read; its send was stopped. */
  onUnreadable(): void;
  /** Whether anything at this address is ours to hear. */
  applies(): boolean;
  /** Whether an event is for something of our own. */
  isOwn(event: Event): boolean;
  known(): KnownControls;
}

/** How long a page may take to send. */
const SENT_MS = 2000;
/** How long a page may take to send where Enter has begun a line too. */
const LINE_MS = 500;
/** How long a control may be disabled after the text was changed. */
const ENABLE_MS = 1000;
const STEP_MS = 50;

/** Starts to listen. @returns stops */
export function hearSends(parts: SendParts): () => void {
  /** Editors that had the focus or were written in: a press on a button has taken it from them. */
  const used = new Set<HTMLElement>();
  /** Editors in which Enter alone begins a line. */
  const lines = new WeakSet<HTMLElement>();

  const use = (event: Event) => {
    const editable = editableOf(event);
    if (!editable || used.has(editable)) return;
    for (const one of used) if (!one.isConnected) used.delete(one);
    used.add(editable);
  };

  /** Asks about a send, and keeps it from the page where it is held. */
  const ask = (event: Event, byHand: boolean, editors: HTMLElement[], again: Again, rest: string[] = []) => {
    let held = true;
    try {
      const now = () => {
        const there = editors.filter((one) => one.isConnected).map((one) => draftIn(one, byHand));
        return there.filter(({ text }) => text.trim() !== '');
      };
      const drafts = now();
      // What is sent may be another text than the one that was held.
      let texts = drafts.map(({ text }) => text);
      const hasLeft = () => drafts.some(({ place }, i) => !holds(place.editable, texts[i]!));
      const sendAgain = () => {
        texts = drafts.map(({ place, text }) => (place.editable ? textOf(place.editable) : text));
        return again(hasLeft);
      };
      const ended = async () => noteLine(event, drafts, await ending(drafts, texts, hasLeft));
      held = drafts.length > 0 && parts.onSend({ byHand, drafts, now, again: sendAgain, ended });
      const inBox = drafts[0]?.place.editable instanceof HTMLTextAreaElement;
      if (!held && inBox && isPlainEnter(event)) void ended();
    } catch {
      // A draft that cannot even be read has not been checked, so it does not go out.
      parts.onUnreadable();
    }
    if (!held) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    swallowRest(rest);
  };

  /** Learns in which text boxes Enter alone begins a line. Elsewhere that depends on where the caret is. */
  const noteLine = (event: Event, drafts: Draft[], sent: Sent): Sent => {
    const editor = drafts[0]?.place.editable;
    if (!isPlainEnter(event) || !(editor instanceof HTMLTextAreaElement)) return sent;
    if (sent === 'line') lines.add(editor);
    else lines.delete(editor);
    return sent;
  };

  const onKey = (event: Event) => {
    const key = event as KeyboardEvent;
    if (key.key !== 'Enter' || isOurs(event) || !parts.applies()) return;
    // What an input method is still composing is not sent by this key: 229 is how older ones say so.
    if (key.isComposing || key.keyCode === 229 || key.shiftKey || key.altKey) return;
    const editor = editableOf(event);
    if (!editor || isLeftAlone(editor) || picksFromList(editor)) return;
    if (isPlainEnter(event) && beginsLine(editor)) return;
    const target = event.composedPath()[0];
    const place = target instanceof HTMLElement ? target : editor;
    ask(event, event.isTrusted, [editor, ...othersInForm(editor)], async (hasLeft) => {
      if (editor.isConnected) pressKey(key, place, editor, hasLeft);
      return editor.isConnected;
    });
  };
  const beginsLine = (editor: HTMLElement) =>
    !(editor instanceof HTMLInputElement) &&
    (lines.has(editor) || editor.getAttribute('enterkeyhint') === 'enter' || othersInForm(editor).length > 0);
  const othersInForm = (editor: HTMLElement) => {
    const form = Element.prototype.closest.call(editor, 'form') as HTMLElement | null;
    return form ? editorsFor(form).filter((one) => one !== editor && form.contains(one)) : [];
  };

  /** The editors whose words a control or form sends. */
  const editorsFor = (control: HTMLElement): HTMLElement[] => {
    const around = editorsAround(control, parts.known());
    const found = new Set([...used, ...around].map(hostOf));
    return [...found].filter((one) => one.isConnected && isComposer(one) && (used.has(one) || isShown(one)));
  };

  const onPress = (event: Event) => {
    if ((event as MouseEvent).button !== 0 || isOurs(event) || parts.isOwn(event) || !parts.applies()) return;
    const control = controlOf(event);
    if (!control) return;
    const known = parts.known();
    const editors = editorsFor(control).filter((editor) => sends(control, editor, known));
    const isStart = event.type === 'pointerdown';
    const again: Again = async (hasLeft) => {
      const now = control.isConnected
        ? control
        : editors.map((one) => sendControlOf(one, known)).find(Boolean);
      if (!now || !(await isEnabled(now))) return false;
      pressOn(now, event as MouseEvent, isStart, hasLeft);
      return true;
    };
    // A hand that has pressed comes up again.
    ask(event, event.isTrusted, editors, again, isStart ? REST_OF_PRESS : []);
  };

  const onSubmit = (event: Event) => {
    if (isOurs(event) || !parts.applies()) return;
    const form = event.composedPath()[0];
    if (!(form instanceof HTMLFormElement)) return;
    const { submitter } = event as SubmitEvent;
    const editors = editorsFor(form).filter((editor) => form.contains(editor));
    // A script can submit a form too, and the browser does not tell the two apart.
    ask(event, false, editors, async () => {
      const by = submitter?.isConnected ? submitter : null;
      if (form.isConnected) HTMLFormElement.prototype.requestSubmit.call(form, by);
      return form.isConnected;
    });
  };

  const listeners: Listeners = [
    ['focusin', use],
    ['input', use],
    ['keydown', onKey],
    ['pointerdown', onPress],
    ['click', onPress],
    ['submit', onSubmit],
  ];
  return listen(listeners);
}

/** Does a send once more. In: whether what was to be sent has left by now. @returns whether it could be done */
type Again = (hasLeft: () => boolean) => Promise<boolean>;

const isPlainEnter = (event: Event) =>
  event instanceof KeyboardEvent && event.type === 'keydown' && !event.ctrlKey && !event.metaKey;

function isComposer(el: HTMLElement): boolean {
  return (isTextControl(el) || el.isContentEditable) && !isLeftAlone(el);
}

/** The outermost editable around an element. */
function hostOf(el: HTMLElement): HTMLElement {
  let host = el;
  while (!isTextControl(el) && host.parentElement?.isContentEditable) host = host.parentElement;
  return host;
}

/** Some sites keep a second, unseen field beside their editor. */
function isShown(el: HTMLElement): boolean {
  return el.checkVisibility?.() ?? true;
}

/** Whether a list of suggestions is open, from which Enter picks one. */
function picksFromList(editor: HTMLElement): boolean {
  const active = editor.getAttribute('aria-activedescendant');
  const option = active && (editor.getRootNode() as Document | ShadowRoot).getElementById(active);
  return option instanceof HTMLElement && isShown(option);
}

/** What else a browser fires for a press that has begun. */
const REST_OF_PRESS = ['mousedown', 'pointerup', 'mouseup', 'touchstart', 'touchend', 'click'];

/** Keeps the rest of a held press from the page, however soon it is let go: up to its click or the next press. */
function swallowRest(types: string[]): void {
  if (types.length === 0) return;
  const stop = () => {
    for (const type of types) removeEventListener(type, swallow, true);
    removeEventListener('pointerdown', stop, true);
  };
  const swallow = (event: Event) => {
    if (!event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === 'click') stop();
  };
  for (const type of types) addEventListener(type, swallow, { capture: true, passive: false });
  // This press is being heard right now.
  setTimeout(() => addEventListener('pointerdown', stop, true));
}

/** The same key once more. A browser does by itself what a page does not, but for a script's key: the submit of a form. */
function pressKey(key: KeyboardEvent, place: HTMLElement, editor: HTMLElement, hasLeft: () => boolean): void {
  const focused = deepActiveElement(document);
  if (!focused || !editor.contains(focused)) editor.focus({ preventScroll: true });
  const target = place.isConnected ? place : editor;
  const { ctrlKey, metaKey, location } = key;
  const press = (type: string) => {
    const init = {
      ...{ key: 'Enter', code: key.code || 'Enter', keyCode: 13, which: 13, location, ctrlKey, metaKey },
      ...{ bubbles: true, cancelable: true, composed: true },
    };
    return fire(target, new KeyboardEvent(type, init as KeyboardEventInit));
  };
  const wasLeft = press('keydown');
  if (wasLeft && !hasLeft()) press('keypress');
  if (!hasLeft()) press('keyup');
  if (wasLeft && !hasLeft() && editor instanceof HTMLInputElement && editor.form) submit(editor.form);
}

function submit(form: HTMLFormElement): void {
  const button = Element.prototype.querySelector.call(
    form,
    'button:not([type]), button[type="submit" i], input[type="submit" i], input[type="image" i]',
  );
  if (button instanceof HTMLElement && !isDisabled(button)) button.click();
  else if (!button) HTMLFormElement.prototype.requestSubmit.call(form);
}

/** The same press once more: all of it where it was held at its start, until the page has taken it. */
function pressOn(control: HTMLElement, first: MouseEvent, all: boolean, hasLeft: () => boolean): void {
  const { left, top, width, height } = control.getBoundingClientRect();
  const init = {
    ...{ bubbles: true, cancelable: true, composed: true, button: 0, detail: 1 },
    ...{
      clientX: left + width / 2,
      clientY: top + height / 2,
      ctrlKey: first.ctrlKey,
      metaKey: first.metaKey,
    },
  };
  const pointer = { ...init, pointerId: 1, isPrimary: true, pointerType: 'mouse' };
  const steps: (() => Event)[] = [
    () => new PointerEvent('pointerdown', { ...pointer, buttons: 1 }),
    () => new MouseEvent('mousedown', { ...init, buttons: 1 }),
    () => new PointerEvent('pointerup', pointer),
    () => new MouseEvent('mouseup', init),
    () => new MouseEvent('click', init),
  ];
  for (const step of all ? steps : steps.slice(-1)) {
    fire(control, step());
    if (hasLeft()) return;
  }
}

/** Waits until a control can be pressed: a page may take a moment to see that there is text again. */
async function isEnabled(control: HTMLElement): Promise<boolean> {
  for (let waited = 0; isDisabled(control) && waited < ENABLE_MS; waited += STEP_MS) await delay(STEP_MS);
  return !isDisabled(control);
}

/** Whether a composer still holds a text, whatever was written around it. */
function holds(editor: HTMLElement | null, text: string): boolean {
  return editor?.isConnected === true && plain(textOf(editor)).includes(plain(text));
}

async function ending(drafts: Draft[], texts: string[], hasLeft: () => boolean): Promise<Sent> {
  const editor = drafts[0]?.place.editable;
  const hasMoreLines = () => editor && linesIn(textOf(editor)) > linesIn(texts[0]!);
  for (let waited = 0; waited < SENT_MS; waited += STEP_MS) {
    if (hasLeft()) return 'gone';
    if (waited >= LINE_MS && hasMoreLines()) return 'line';
    await delay(STEP_MS);
  }
  return 'still-there';
}

function linesIn(text: string): number {
  return text.split('\n').length;
}
