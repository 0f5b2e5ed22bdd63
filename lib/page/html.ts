/** What the HTML side of a paste holds. DOM only. */

/** Attributes that describe looks or structure and hold no words of the writer. */
const STRUCTURE =
  /^(style|class|id|dir|lang|width|height|align|valign|bgcolor|color|face|size|rel|target|role|tabindex|colspan|rowspan|border|cellpadding|cellspacing|start|type|on.*)$/i;
const BLOCKS =
  'p,div,li,ul,ol,tr,table,br,h1,h2,h3,h4,h5,h6,blockquote,pre,section,article,header,footer,dt,dd,figure,figcaption,hr';

/** All letters and digits of a text, for comparing two forms of the same content. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * The words of pasted HTML that its plain-text twin does not show: attribute values (an address behind a link, an
 * alt text), and the whole text where the two differ. Lines are joined by newlines; empty where there is nothing
 * to add. Head, styles and comments are left out: editors drop them, and word processors fill them with font names.
 */
export function hiddenText(html: string, plain: string): string {
  if (!html) return '';
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  for (const el of body.querySelectorAll('style,script,meta,link,xml,title')) el.remove();
  const values: string[] = [];
  for (const el of body.querySelectorAll('*')) {
    for (const { name, value } of el.attributes) {
      // A long data: address is a picture, not words.
      if (value && !STRUCTURE.test(name) && !value.startsWith('data:')) values.push(readable(value));
    }
  }
  const attributes = values.join('\n');
  for (const el of body.querySelectorAll(BLOCKS)) el.append('\n');
  for (const el of body.querySelectorAll('td,th')) el.append('\t');
  const text = body.textContent ?? '';
  if (letters(text) === letters(plain)) return attributes;
  return attributes ? `${text}\n${attributes}` : text;
}

/** An address with its percent signs read, so that a name in it stands as it is. */
export function readable(value: string): string {
  if (!value.includes('%')) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** HTML as it may be put into a page: no scripts, no handlers, nothing that loads by itself but pictures. */
export function harmless(html: string): string {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  for (const el of body.querySelectorAll('script,style,meta,link,iframe,object,embed,base,form,xml,title'))
    el.remove();
  for (const el of body.querySelectorAll('*')) {
    for (const { name, value } of [...el.attributes]) {
      if (/^on/i.test(name) || /^\s*javascript:/i.test(value) || name === 'srcdoc') el.removeAttribute(name);
    }
  }
  return body.innerHTML;
}

/** Plain text as markup that shows just that text, with a line break or a paragraph for each line. */
export function asMarkup(text: string, lines: 'breaks' | 'paragraphs'): string {
  const escaped = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .split(/\r\n|\r|\n/);
  if (lines === 'breaks') return escaped.join('<br>');
  // Without an element around them, paragraphs that land in an empty one take a browser seconds.
  return `<div>${escaped.map((line) => `<p>${line || '<br>'}</p>`).join('')}</div>`;
}
