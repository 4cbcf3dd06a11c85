import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ConversationFiles } from './conversation-files.js';

let state: string;
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'farebox-conversations-'));
});
afterEach(() => rmSync(state, { recursive: true }));

const json = (system: string) => ({ version: 1 as const, system, turns: [], cost: '0' });
const folder = () => join(state, 'conversations');

it('keeps a conversation for its user alone, in one file', () => {
  const files = new ConversationFiles(state);
  const begun = files.find('refactor');
  expect(begun).toEqual({ name: 'refactor', version: 0 });
  const kept = files.write(files.write(begun, json('a')), json('b'));
  expect(files.find('refactor')).toEqual(kept);
  expect(files.read(kept)).toEqual(json('b'));
  expect(readdirSync(folder())).toEqual(['refactor.2.json']);
  expect(statSync(join(folder(), 'refactor.2.json')).mode & 0o777).toBe(0o600);
  expect(statSync(folder()).mode & 0o777).toBe(0o700);
});

it('refuses to write over what another process has added, one version or several', () => {
  const files = new ConversationFiles(state);
  const read = files.write(files.find('a'), json('1'));
  const others = files.write(read, json('2'));
  const refused = { kind: 'store', code: 'conversation-changed' };
  expect(() => files.write(read, json('mine'))).toThrow(expect.objectContaining(refused));
  files.write(others, json('3'));
  expect(() => files.write(read, json('mine'))).toThrow(expect.objectContaining(refused));
  expect(files.read(files.find('a'))).toEqual(json('3'));
  expect(readdirSync(folder())).toEqual(['a.3.json']);
});

it('a version that a crash has left behind is gone with the next one', () => {
  const files = new ConversationFiles(state);
  const kept = files.write(files.find('a'), json('1'));
  writeFileSync(join(folder(), 'a.2.json'), JSON.stringify(json('2')));
  expect(files.find('a').version).toBe(2);
  files.write({ ...kept, version: 2 }, json('3'));
  expect(readdirSync(folder())).toEqual(['a.3.json']);
});

it('the newest is the one that was written last, whatever its name and version', () => {
  const files = new ConversationFiles(state);
  expect(files.newest()).toBeUndefined();
  files.write(files.find('z'), json('old'));
  utimesSync(join(folder(), 'z.1.json'), 1, 1);
  files.write(files.find('a'), json('new'));
  expect(files.newest()).toEqual({ name: 'a', version: 1 });
  expect(files.names()).toEqual(['a', 'z']);
});

it('what cannot be read or written is told with the file and the fix, and without what is in it', () => {
  const files = new ConversationFiles(state);
  const kept = files.write(files.find('a'), json('1'));
  writeFileSync(join(folder(), 'a.1.json'), 'canary');
  expect(() => files.read(kept)).toThrow(/a\.1\.json cannot be read \(it is no JSON\)/);
  expect(() => files.read(kept)).not.toThrow(/canary/);
  expect(() => files.read({ name: 'b', version: 1 })).toThrow('ENOENT');
  if (process.getuid?.() === 0) return;
  chmodSync(folder(), 0o500);
  expect(() => files.write(kept, json('2'))).toThrow('cannot be written (EACCES)');
  chmodSync(folder(), 0o700);
});

it('where the folder became a file, the error is that, and not that nothing could be tidied up', () => {
  const files = new ConversationFiles(state);
  const begun = files.find('a');
  writeFileSync(folder(), '');
  expect(() => files.write(begun, json('1'))).toThrow(expect.objectContaining({ kind: 'store' }));
});
