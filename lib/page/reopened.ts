/**
 * How the guard hears of `document.open()` in time. DOM only.
 *
 * Opening a document again removes all listeners from its window and nodes, but not from a node outside of it. So
 * the two worlds share one loose node: the page's world rings on it, the guard's listens. The node passes from one
 * to the other before the page's first script, so no page gets hold of it.
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
    bell.dispatchEvent(new Event(OFFER, { bubbles: true }));
    bell.remove();
  };
  // Either script may come first.
  window.addEventListener(ASK, offer, { capture: true, once: true });
  offer();
}

/** The page's side: rings after `document.open()`, and before a `write()` that opens the document by itself. */
export function announceReopening(): void {
  let bell: Event['target'] = null;
  const take = (event: Event) => {
    bell ??= event.target;
    event.stopImmediatePropagation();
  };
  window.addEventListener(OFFER, take, { capture: true, once: true });
  window.dispatchEvent(new Event(ASK));
  window.removeEventListener(OFFER, take, { capture: true });

  const { open, write, writeln } = Document.prototype;
  const ring = () => bell?.dispatchEvent(new Event('ring'));
  const reopen = (doc: Document) => {
    Reflect.apply(open, doc, []);
    if (doc === document) ring();
  };
  // With three arguments it is window.open.
  Document.prototype.open = function (this: Document, ...args: string[]) {
    if (args.length > 2) return Reflect.apply(open, this, args);
    reopen(this);
    return this;
  } as typeof open;
  for (const [name, native] of [['write', write] as const, ['writeln', writeln] as const]) {
    Document.prototype[name] = function (this: Document, ...text: string[]) {
      if (this === document && this.readyState === 'complete') reopen(this);
      Reflect.apply(native, this, text);
    };
  }
}
