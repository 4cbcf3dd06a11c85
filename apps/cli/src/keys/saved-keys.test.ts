import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { SavedKeys } from './saved-keys.js';

const key = 'sk-canary-saved-0123456789';
const openai = { origin: 'https://api.openai.com', key, savedOn: '2026-11-28' };

let folder: string;
let keys: SavedKeys;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'farebox-')), 'config');
  keys = new SavedKeys(folder);
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

it('is empty, and makes no folder, before a key is saved', () => {
  expect(keys.all()).toEqual([]);
  expect(keys.find(openai.origin)).toBeUndefined();
  expect(keys.remove(openai.origin)).toBe(false);
  expect(readdirSync(join(folder, '..'))).toEqual([]);
});

it('gives a key to the origin that it was saved for, from a file that nobody else can read', () => {
  keys.save(openai);
  expect(keys.find(openai.origin)).toEqual(openai);
  expect(keys.find('https://api.openai.com:8443')).toBeUndefined();
  expect(keys.find('http://api.openai.com')).toBeUndefined();
  expect(modeOf(keys.fileOf(openai.origin))).toBe('600');
  expect(modeOf(keys.folder)).toBe('700');
});

it('keeps one for each origin, and the newest of those for one', () => {
  const local = { ...openai, origin: 'http://[::1]:11434' };
  keys.save(openai);
  keys.save(local);
  keys.save({ ...openai, savedOn: '2026-11-29' });
  expect(keys.all()).toEqual([local, { ...openai, savedOn: '2026-11-29' }]);
  expect(keys.remove(local.origin)).toBe(true);
  expect(keys.all().map(({ origin }) => origin)).toEqual([openai.origin]);
});

it('leaves nothing behind but the files themselves, and reads no draft that a crash has left', () => {
  keys.save(openai);
  keys.save(openai);
  expect(readdirSync(keys.folder)).toHaveLength(1);
  writeFileSync(join(keys.folder, '.draft.json'), '');
  expect(keys.all()).toEqual([openai]);
});

it('keeps apart whatever origins there are', () => {
  const origins = fc.uniqueArray(fc.webUrl().map((url) => new URL(url).origin));
  fc.assert(
    fc.property(origins, (some) => {
      rmSync(folder, { recursive: true, force: true });
      for (const origin of some) keys.save({ ...openai, origin });
      expect(keys.all().map(({ origin }) => origin)).toEqual(some.toSorted());
    }),
    { numRuns: 20 },
  );
});

describe('a place that is open to others', () => {
  test.each([
    ['a file that others read', () => keys.fileOf(openai.origin), 0o644, 'chmod 600 '],
    ['a file that a group writes', () => keys.fileOf(openai.origin), 0o620, 'chmod 600 '],
    ['a folder that others write', () => keys.folder, 0o777, 'chmod 700 '],
    ['the folder above it', () => folder, 0o775, 'chmod 700 '],
  ] as const)('%s is refused, with the fix and without the key', (_name, pathOf, mode, fix) => {
    keys.save(openai);
    chmodSync(pathOf(), mode);
    const wrong = { kind: 'configuration', fix: expect.stringContaining(fix) };
    const refused = expect.objectContaining({
      ...wrong,
      message: expect.stringMatching(/by others \(mode 0\d+\), so it is not used/),
    });
    expect(() => keys.find(openai.origin)).toThrow(refused);
    expect(() => keys.all()).toThrow(refused);
    chmodSync(pathOf(), mode === 0o644 || mode === 0o620 ? 0o600 : 0o700);
    expect(keys.find(openai.origin)).toEqual(openai);
  });

  it('gets no key, and keeps none', () => {
    mkdirSync(keys.folder, { recursive: true });
    chmodSync(keys.folder, 0o777);
    expect(() => keys.save(openai)).toThrow(/by others/);
    expect(readdirSync(keys.folder)).toEqual([]);
  });
});

test.each([
  ['no JSON', 'sk-canary'],
  ['another shape', '{"key":1}'],
  ['nothing', 'null'],
  ['a key for elsewhere', JSON.stringify({ ...openai, origin: 'https://evil.example' })],
])('a file with %s in it is refused by name, and its text is not shown', (_name, text) => {
  keys.save(openai);
  writeFileSync(keys.fileOf(openai.origin), text);
  expect(() => keys.find(openai.origin)).toThrow(
    expect.objectContaining({
      kind: 'configuration',
      message: `The saved key ${keys.fileOf(openai.origin)} is not understood.`,
    }),
  );
});

it('is written under another name first, so the key before stays where writing fails', () => {
  keys.save(openai);
  rmSync(keys.folder, { recursive: true });
  writeFileSync(keys.folder, 'no folder');
  expect(() => keys.save(openai)).toThrow(/could not be read or written \(EEXIST\)/);
  expect(readFileSync(keys.folder, 'utf8')).toBe('no folder');
});
