import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChatError } from '@farebox/core';
import { afterAll, expect, it } from 'vitest';
import { ifThere, withFile } from './with-file.js';

const folder = mkdtempSync(join(tmpdir(), 'farebox-files-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'a');

it('gives what the work gives, and nothing where there is no file', () => {
  expect(ifThere('The file', file, () => readFileSync(file, 'utf8'))).toBeUndefined();
  writeFileSync(file, 'text');
  expect(ifThere('The file', file, () => readFileSync(file, 'utf8'))).toBe('text');
});

it('is told where what must be there is not', () => {
  const missing = join(folder, 'none');
  expect(() => withFile('The role', missing, () => readFileSync(missing))).toThrow('(ENOENT)');
});

it('tells what the system says in a sentence, on one line, with the path', () => {
  expect(() => ifThere('The folder of roles', `${file}\n`, () => readdirSync(file))).toThrow(
    expect.objectContaining({
      kind: 'configuration',
      message: expect.stringMatching(
        /^The folder of roles .*a ?\S* could not be read or written \(ENOTDIR\)\.$/,
      ),
    }),
  );
});

it.each([
  new ChatError({ kind: 'budget', message: 'Mine.', fix: 'Mine.' }),
  new TypeError('a bug'),
])('leaves other errors as they are: %s', (error) => {
  const fail = () => {
    throw error;
  };
  expect(() => ifThere('The file', file, fail)).toThrow(error);
});
