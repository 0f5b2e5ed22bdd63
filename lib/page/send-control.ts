/** Which control of a page sends what stands in a composer. DOM only. */

/** What is known of a site's own controls, as selectors; empty where nothing is. They make it precise, and gate nothing. */
export interface KnownControls {
  composer: string[];
  send: string[];
  stop: string[];
}

/** `perhaps`: it could be, by where it stands. */
export type Verdict = 'sends' | 'perhaps' | 'no';

const BUTTONS =
  'button, [role="button"], input[type="submit" i], input[type="button" i], input[type="image" i]';
const COMPOSERS = 'textarea, input, [contenteditable]:not([contenteditable="false" i])';
/** What opens, switches or picks something. */
const OTHER_USE =
  '[aria-haspopup]:not([aria-haspopup="false"]), [aria-expanded], [aria-pressed], [aria-checked], [role="switch"], [role="tab"], [role^="menuitem"], [role="option"], label, summary';
/** How many elements around an editor are looked through for its send control. */
const LEVELS = 12;
/** How far a control may be from its editor where nothing but its place speaks for it, in CSS pixels. */
const REACH = 200;

/**
 * Words for sending, as whole words in any case. Languages without spaces match anywhere.
 * en es pt fr de it nl sv da no fi pl cs ro hu tr id ms vi tl el
 */
const SEND_WORDS =
  /(?<!\p{L})(send|submit|enviar|envíe|mandar|envoyer|soumettre|senden|absenden|abschicken|invia|inviare|verzenden|versturen|verstuur|skicka|sende|lähetä|wyślij|odeslat|poslat|trimite|küldés|elküld|gönder|kirim|hantar|gửi|ipadala|αποστολή|отправить|надіслати|відправити)(?!\p{L})|إرسال|ارسال|שלח|שליחה|भेजें|পাঠান|بھیجیں|发送|發送|傳送|送信|보내기|전송|ส่ง/iu;
const STOP_WORDS =
  /(?<!\p{L})(stop|cancel|pause|detener|parar|cancelar|pausar|arrêter|annuler|interrompre|stopp|stoppen|anhalten|abbrechen|interrompi|ferma|annulla|annuleren|avbryt|stopper|pysäytä|zatrzymaj|anuluj|zastavit|oprește|leállítás|durdur|iptal|berhenti|hentikan|dừng|ihinto|διακοπή|остановить|зупинити)(?!\p{L})|إيقاف|توقف|עצור|रोकें|থামান|停止|中止|중지|정지|หยุด/iu;
/** What begins an answer in tools that are no chat. A chat may have such a word on something else. */
const LIKELY_WORDS =
  /(?<!\p{L})(generate|create|ask|run|go|start|build|make|continue|next|finish|generar|crear|preguntar|ejecutar|empezar|iniciar|comenzar|hacer|continuar|siguiente|terminar)(?!\p{L})/iu;
/** What else stands beside a composer, in the languages of our teachers. */
const OTHER_WORDS =
  /(?<!\p{L})(attach|upload|add|file|files|photo|photos|image|images|camera|voice|dictate|dictation|microphone|mic|speech|record|model|models|settings|tools|menu|more|options|copy|edit|share|new chat|history|close|clear|delete|remove|expand|help|language|template|templates|adjuntar|subir|agregar|añadir|archivo|archivos|foto|fotos|imagen|imágenes|cámara|voz|dictar|micrófono|grabar|modelo|ajustes|configuración|herramientas|menú|más|opciones|copiar|editar|compartir|historial|cerrar|borrar|eliminar|quitar|ayuda|idioma|plantilla)(?!\p{L})/iu;

/** The control that an event is for: a button, or else what shows a hand under the pointer; null where there is none. */
export function controlOf(event: Event): HTMLElement | null {
  const path = event.composedPath().filter((node): node is Element => node instanceof Element);
  const button = path.find((node) => node.matches(BUTTONS));
  if (button) return button instanceof HTMLElement ? button : null;
  const [inner] = path;
  const other = path.find((node) => node instanceof HTMLElement);
  if (!inner || !(other instanceof HTMLElement) || other.closest(`a, select, option, ${COMPOSERS}`))
    return null;
  return getComputedStyle(inner).cursor === 'pointer' ? other : null;
}

export function isDisabled(control: HTMLElement): boolean {
  return control.matches(':disabled, [aria-disabled="true"]');
}

/**
 * Whether a control sends what stands in an editor. By the site's own data, else by words, kind and place. What only could
 * be by its place does where nothing else around the editor surely is.
 */
export function sends(control: HTMLElement, editor: HTMLElement, known: KnownControls): boolean {
  const verdict = verdictOf(control, editor, known);
  return verdict === 'perhaps' ? sendControlOf(editor, known) === null : verdict === 'sends';
}

/** What a control is to an editor, looked at alone. */
export function verdictOf(control: HTMLElement, editor: HTMLElement, known: KnownControls): Verdict {
  if (isDisabled(control) || matches(control, known.stop)) return 'no';
  if (matches(control, known.send)) return 'sends';
  const form = formOf(control);
  const inForm = form !== null && form === formOf(editor);
  if (!inForm && !sharesPart(control, editor)) return 'no';
  const words = wordsOn(control);
  if (STOP_WORDS.test(words)) return 'no';
  if (SEND_WORDS.test(words)) return 'sends';
  if (control.matches(OTHER_USE)) return 'no';
  if (inForm && isSubmit(control)) return 'sends';
  if (OTHER_WORDS.test(words)) return 'no';
  return inForm || LIKELY_WORDS.test(words) || isNear(control, editor) ? 'perhaps' : 'no';
}

/** The control that surely sends what stands in an editor, as the page has it now. */
export function sendControlOf(editor: HTMLElement, known: KnownControls): HTMLElement | null {
  const around = partsAround(editor).findLast((node) => node instanceof Element);
  const buttons = around instanceof Element ? select(around, BUTTONS) : [];
  return buttons.find((one) => verdictOf(one, editor, known) === 'sends') ?? null;
}

/** Editors that may belong to a control: those of its form, else those in the nearest element around it that has any. */
export function editorsAround(control: HTMLElement, known: KnownControls): HTMLElement[] {
  const listed = known.composer.flatMap((selector) => select(document, selector));
  const form = formOf(control);
  if (form) return [...listed, ...select(form, COMPOSERS)];
  let around: Node | null = control;
  for (let level = 0; around && level < LEVELS; level++) {
    around = parentOf(around);
    const found = around instanceof Element ? select(around, COMPOSERS) : [];
    if (found.length > 0) return [...listed, ...found];
  }
  return listed;
}

/** All that is to be read on a control or about it, and what its makers call it. */
function wordsOn(control: HTMLElement): string {
  const labels = (control.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => (id && control.ownerDocument.getElementById(id)?.textContent) || '');
  const names = ['aria-label', 'title', 'value', 'alt'].map((name) => control.getAttribute(name) ?? '');
  // "fai-SendButton" and "send_button" are words too.
  const made = ['data-testid', 'id', 'class']
    .map((name) => control.getAttribute(name) ?? '')
    .map((name) => name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[-_]+/g, ' '));
  return [...labels, ...names, control.textContent?.slice(0, 80) ?? '', ...made].join('\n');
}

function isSubmit(control: HTMLElement): boolean {
  if (control instanceof HTMLButtonElement) return control.type === 'submit';
  return control instanceof HTMLInputElement && ['submit', 'image'].includes(control.type);
}

function formOf(el: HTMLElement): HTMLFormElement | null {
  // A field may be named "form" and stand in the way of the property.
  return Element.prototype.closest.call(el, 'form') as HTMLFormElement | null;
}

/** Whether a control is not far from an editor. */
function isNear(control: HTMLElement, editor: HTMLElement): boolean {
  const a = control.getBoundingClientRect();
  const b = editor.getBoundingClientRect();
  const gap = (start: number, end: number, from: number, to: number) => Math.max(from - end, start - to, 0);
  return gap(a.left, a.right, b.left, b.right) <= REACH && gap(a.top, a.bottom, b.top, b.bottom) <= REACH;
}

/** Whether a control stands with an editor in one part of the page. */
function sharesPart(control: HTMLElement, editor: HTMLElement): boolean {
  return partsAround(editor).some((part) => part.contains(control));
}

/** What is around an element, from the inside out, out of open shadow roots too; not the whole page. */
function partsAround(el: HTMLElement): Node[] {
  const parts: Node[] = [];
  for (let part = parentOf(el); part && parts.length < LEVELS; part = parentOf(part)) {
    if (part === document.body || part === document.documentElement || part === document) break;
    parts.push(part);
  }
  return parts;
}

function parentOf(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}

function matches(el: Element, selectors: string[]): boolean {
  return selectors.some((selector) => {
    try {
      return el.matches(selector);
    } catch {
      // A selector that this browser does not know says nothing.
      return false;
    }
  });
}

function select(root: Document | Element, selector: string): HTMLElement[] {
  try {
    // Called from the prototype: a field named "querySelectorAll" would stand in the way.
    const found =
      root instanceof Document
        ? root.querySelectorAll(selector)
        : Element.prototype.querySelectorAll.call(root, selector);
    return [...found].filter((one): one is HTMLElement => one instanceof HTMLElement);
  } catch {
    return [];
  }
}
