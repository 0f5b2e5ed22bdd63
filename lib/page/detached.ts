/**
 * How the guard hears of file fields that are not in the document: their events never reach its window. DOM only.
 *
 * The page's world tells when such a field is about to open its chooser; the guard's then listens to the field itself. The
 * field is all that is told, and only in this direction: a page that tells it by itself makes the guard listen to one more
 * field, and learns nothing.
 */

/** Fired at the window, with the field as its `relatedTarget`: an event hands a node from one world to the other. */
export const PICKING = 'chalkline-picking';

/** The page's side. What a page calls goes on as it was. */
export function announcePicking(): void {
  // Kept from the start: a page may replace them later.
  const { apply } = Reflect;
  const { dispatchEvent } = EventTarget.prototype;
  const { click } = HTMLElement.prototype;
  const { showPicker } = HTMLInputElement.prototype;
  const typeOf = Object.getOwnPropertyDescriptor(Event.prototype, 'type')?.get as (this: Event) => string;
  const PlainEvent = MouseEvent;
  const page = window;

  const tell = (field: HTMLInputElement) => {
    try {
      apply(dispatchEvent, page, [new PlainEvent(PICKING, { relatedTarget: field })]);
    } catch {
      // Whatever it was called on: the call itself says what is wrong with that.
    }
  };
  HTMLInputElement.prototype.click = function () {
    tell(this);
    return apply(click, this, []);
  };
  HTMLInputElement.prototype.showPicker = function () {
    tell(this);
    return apply(showPicker, this, []);
  };
  HTMLInputElement.prototype.dispatchEvent = function (event) {
    try {
      if (apply(typeOf, event, []) === 'click') tell(this);
    } catch {
      // No event: the call itself says so.
    }
    return apply(dispatchEvent, this, [event]);
  };
}
