/**
 * How the guard hears of `document.open()` in time. DOM only.
 *
 * Opening a document again removes all listeners from its window and nodes, but not from a node outside of it. So
 * the two worlds share one loose node: the page's world rings on it, the guard's listens. A page that gets hold of
 * it can only make the guard listen again.
 */

const OFFER = 'chalkline-bell';
const ASK = 'chalkline-bell-wanted';

/** The guard's side: calls `arm` right after the document was opened again. */
export function onReopened(arm: () => void): void {
  const bell = document.createElement('i');
  bell.addEventListener('ring', arm);
  const offer = () => {
    // Only a node in the document is heard at the window; it leaves again at once.
    document.documentElement?.append(bell);
    const taken = !bell.dispatchEvent(new Event(OFFER, { bubbles: true, cancelable: true }));
    bell.remove();
    if (taken) window.removeEventListener(ASK, offer, true);
  };
  // Either script may come first: this one offers now, and again when the other asks.
  window.addEventListener(ASK, offer, true);
  offer();
}

/** The page's side: rings after the page has opened its document again. Never opens it on the page's behalf. */
export function announceReopening(): void {
  // Kept from the start: a page may replace them later.
  const { open, write, writeln } = Document.prototype;
  const { apply } = Reflect;
  const { dispatchEvent } = EventTarget.prototype;
  const PlainEvent = Event;
  const page = document;

  let bell: EventTarget | null = null;
  const take = (event: Event) => {
    bell = event.target;
    event.preventDefault();
    event.stopImmediatePropagation();
    window.removeEventListener(OFFER, take, true);
  };
  window.addEventListener(OFFER, take, true);
  window.dispatchEvent(new Event(ASK));
  const ring = () => bell && apply(dispatchEvent, bell, [new PlainEvent('ring')]);

  Document.prototype.open = function (this: Document, ...args: string[]) {
    const result = apply(open, this, args);
    // With three arguments it is window.open.
    if (this === page && args.length < 3) ring();
    return result;
  } as typeof open;
  for (const [name, native] of [['write', write] as const, ['writeln', writeln] as const]) {
    Document.prototype[name] = function (this: Document, ...text: string[]) {
      const finished = this === page && this.readyState === 'complete';
      apply(native, this, text);
      // Writing to a finished document opens it again, but not always: a script that loads late is ignored.
      if (finished && this.readyState !== 'complete') ring();
    };
  }
}
