import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { ConfigFile } from './config-file.js';

let base: string;
let file: ConfigFile;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'farebox-'));
  file = new ConfigFile(join(base, 'config'));
});
afterEach(() => rmSync(base, { recursive: true }));

/** Writes a file by hand. */
function written(text: string) {
  mkdirSync(dirname(file.path), { recursive: true });
  writeFileSync(file.path, text);
}

it('is empty, and makes nothing, before something is set', () => {
  expect(file.read()).toEqual({});
  expect(file.unset('model')).toBe(false);
  expect(readdirSync(base)).toEqual([]);
});

it('keeps what is set until it is unset', () => {
  file.set('model', 'gpt-4o');
  file.set('color', 'never');
  expect(file.read()).toEqual({ model: 'gpt-4o', color: 'never' });
  expect(file.unset('model')).toBe(true);
  expect(file.read()).toEqual({ color: 'never' });
});

it('refuses what it does not know, which can be unset, and leaves it where it is when another is set', () => {
  written('{"modle":"gpt-4o","from-the-future":{"a":1}}');
  expect(() => file.read()).toThrow(/has a setting "modle" that is not known/);
  file.set('color', 'never');
  expect(file.unset('modle')).toBe(true);
  expect(JSON.parse(readFileSync(file.path, 'utf8'))).toEqual({
    'from-the-future': { a: 1 },
    color: 'never',
  });
});

describe('a file that cannot be used is an error, and not taken for an empty one', () => {
  test.each([
    ['no JSON', '{', 'is not understood'],
    ['a list', '[]', 'is not understood'],
    ['nothing', 'null', 'is not understood'],
    ['a number', '{"model":4}', 'has a setting "model" that is no text'],
    ['a bad value', '{"color":"red"}', 'has a setting "color" that is none of auto, always, never'],
  ])('%s', (_name, text, what) => {
    written(text);
    expect(() => file.read()).toThrow(
      expect.objectContaining({ kind: 'configuration', message: expect.stringContaining(what) }),
    );
  });

  test.each([
    ['the file', () => file.path, 0o666],
    ['its folder', () => dirname(file.path), 0o777],
  ] as const)('%s, to which others can write', (_name, pathOf, mode) => {
    file.set('base-url', 'https://llm.example/v1');
    chmodSync(pathOf(), mode);
    const refused = expect.objectContaining({
      message: expect.stringContaining(
        `${pathOf()}, with your settings, can be read and written to by others`,
      ),
      fix: expect.stringContaining(`chmod go-w '${pathOf()}'`),
    });
    expect(() => file.read()).toThrow(refused);
    expect(() => file.set('model', 'x')).toThrow(refused);
  });
});
