// biome-ignore-all lint/suspicious/noControlCharactersInRegex: JSON forbids control characters in strings, and so must this.

const SPACE = /[ \t\n\r]*/y;
const TOKEN =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y;

const DEEPEST = 8;

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end';

/**
 * Where things stand in JSON text, which JSON.parse does not say. Out: the offsets of keys and of entries of lists by path
 * ('' is the value as a whole, `rules.email` a key two deep, `prompts.0` the first entry of a list; nothing that lies
 * deeper than eight), and `bad`, the offset from which on it is no JSON (RFC 8259). A path that comes twice has its last place, as JSON.parse takes its last value.
 */
export function jsonPlaces(text: string): { places: Map<string, number>; bad?: number } {
  const places = new Map<string, number>();
  const open: { bracket: '{' | '['; key: string }[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const note = () => {
    if (open.length <= DEEPEST) places.set(open.map((o) => o.key).join('.'), at);
  };
  const skip = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? '';
  };
  for (;;) {
    at += skip(SPACE).length;
    const inner = open.at(-1);
    if (expected === ', or end' && !inner) return at === text.length ? { places } : { places, bad: at };
    const token = skip(TOKEN);
    if (token === '') return { places, bad: at };
    if (places.size === 0) places.set('', at);

    const isValue = expected === 'value' || expected === 'value or ]';
    if (isValue && inner?.bracket === '[' && !/^[}\],:]/.test(token)) note();
    if (isValue && (token === '{' || token === '[')) {
      open.push({ bracket: token, key: token === '[' ? '0' : '' });
      expected = token === '{' ? 'key or }' : 'value or ]';
    } else if (isValue && !/^[}\],:]/.test(token)) {
      expected = ', or end';
    } else if ((expected === 'key' || expected === 'key or }') && token.startsWith('"')) {
      inner!.key = JSON.parse(token) as string;
      note();
      expected = ':';
    } else if (expected === ':' && token === ':') {
      expected = 'value';
    } else if (expected === ', or end' && token === ',') {
      if (inner!.bracket === '[') inner!.key = String(Number(inner!.key) + 1);
      expected = inner!.bracket === '{' ? 'key' : 'value';
    } else if (
      (token === '}' && inner?.bracket === '{' && (expected === 'key or }' || expected === ', or end')) ||
      (token === ']' && inner?.bracket === '[' && (expected === 'value or ]' || expected === ', or end'))
    ) {
      open.pop();
      expected = ', or end';
    } else return { places, bad: at };
    at += token.length;
  }
}
