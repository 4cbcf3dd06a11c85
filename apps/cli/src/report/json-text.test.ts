import { expect, it } from 'vitest';
import { jsonText } from './json-text.js';

it('is the same value without a control character in it, on one line', () => {
  const value = { 'k\u009b': ['\u001b[2J', '\n', '\u007f', 'ü', '"'] };
  const text = jsonText(value);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  expect(JSON.parse(text)).toEqual(value);
});
