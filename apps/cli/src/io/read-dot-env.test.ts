import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readDotEnv } from './read-dot-env.js';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'farebox-'));
  path = join(folder, '.env');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('gives the text of a file', () => {
  writeFileSync(path, 'OPENAI_API_KEY=sk-canary\n');
  expect(readDotEnv(path)).toBe('OPENAI_API_KEY=sk-canary\n');
});

it('is undefined where there is no file', () => {
  expect(readDotEnv(path)).toBeUndefined();
});

it('leaves a folder of that name alone', () => {
  mkdirSync(path);
  expect(readDotEnv(path)).toBeUndefined();
});

it('does not wait for a named pipe', () => {
  execFileSync('/bin/sh', ['-c', 'mkfifo "$0"', path]);
  expect(readDotEnv(path)).toBeUndefined();
});

it('reads 64 KiB and refuses one byte more', () => {
  writeFileSync(path, '#'.repeat(65_536));
  expect(readDotEnv(path)).toHaveLength(65_536);
  writeFileSync(path, '#'.repeat(65_537));
  expect(() => readDotEnv(path)).toThrow(/has 65537 bytes, and 65536 is the most/);
});
