/** The design tokens: text can be read on each ground that it stands on, and the notices in pages use the same colours. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

type Theme = 'light' | 'dark';
const THEMES: Theme[] = ['light', 'dark'];

/** The colours of a theme by the names of their tokens. */
const TOKENS = Object.fromEntries(
  THEMES.map((theme, index) => [
    theme,
    Object.fromEntries(
      Array.from(
        read('components/tokens.css').matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g),
        (match) => [match[1], match[2 + index]],
      ),
    ),
  ]),
) as Record<Theme, Record<string, string>>;

/** The contrast of two colours as WCAG counts it. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test('contrast is counted as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

describe.each(THEMES)('%s', (theme) => {
  const colour = (name: string) => {
    const found = TOKENS[theme][name];
    if (!found) throw new Error(`no token ${name}`);
    return found;
  };

  test.each([
    ...['ground', 'raised', 'tint', 'warm'].flatMap((ground) => [['ink', ground]]),
    ...['ground', 'raised', 'tint'].flatMap((ground) => [
      ['soft', ground],
      ['accent', ground],
    ]),
    ['on-accent', 'accent'],
    ['warm-ink', 'warm'],
  ])('%s on %s can be read', (text, ground) => {
    expect(contrast(colour(text as string), colour(ground as string))).toBeGreaterThanOrEqual(4.5);
  });

  // What is no text but has to be seen: boxes to write in, the mark of the focus, the dot of the popup.
  test.each([
    ['edge', 'ground'],
    ['edge', 'raised'],
    ['edge', 'tint'],
    ['accent', 'ground'],
    ['accent', 'raised'],
    ['good', 'ground'],
    ['care', 'ground'],
  ])('%s on %s can be seen', (shape, ground) => {
    expect(contrast(colour(shape), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

describe('the notices', () => {
  const css = /const NOTICE_CSS = `([^`]+)`/.exec(read('lib/page/frame.ts'))?.[1] ?? '';
  const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
  const coloursOf = (part: string) => Array.from(part.matchAll(/#[0-9a-f]{3,8}\b/g), ([hex]) => hex);

  test.each([
    ['light', light],
    ['dark', dark],
  ] as const)('use the colours of the tokens: %s', (theme, part) => {
    expect(coloursOf(part).length).toBeGreaterThan(4);
    expect(coloursOf(part).filter((hex) => !Object.values(TOKENS[theme]).includes(hex))).toEqual([]);
  });

  test.each([
    ['light', light],
    ['dark', dark],
  ] as const)('can be read: %s', (_theme, part) => {
    const value = (selector: string, property: string) =>
      new RegExp(`(?:^|\\s)${selector} \\{[^}]*?[\\s;{]${property}: (#[0-9a-f]{6})`).exec(part)?.[1] ?? '';
    const notice = value('\\[role\\]', 'background');
    expect(contrast(value('\\[role\\]', 'color'), notice)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(value('button', 'color'), value('button', 'background'))).toBeGreaterThanOrEqual(4.5);
    const mark = /outline[^;}]*(#[0-9a-f]{6})/.exec(part)?.[1] ?? '';
    expect(contrast(mark, notice)).toBeGreaterThanOrEqual(3);
  });
});

test('no other file of styles names a colour', () => {
  const named = read('components/style.css').match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|light-dark)\(/g);
  expect(named ?? []).toEqual([]);
});
