import { expect, test } from 'vitest';
import { fileLength, fileNames } from './file-shape.ts';
import { parseSourceFile } from './source-file.ts';

const ofLength = (path: string, lines: number) => parseSourceFile(path, '//\n'.repeat(lines));

test('300 lines are accepted, one more is not', () => {
  expect(fileLength([ofLength('packages/core/src/a.ts', 300)])).toEqual([]);
  expect(fileLength([ofLength('packages/core/src/a.ts', 301)])).toHaveLength(1);
});

test('recorded and authored data may be longer', () => {
  expect(fileLength([ofLength('packages/simulator/src/corpus/loops.ts', 900)])).toEqual([]);
});

test.each(['a/utils.ts', 'a/types.test.ts', 'a/helpers/b.ts'])('%s is refused by name', (path) => {
  expect(fileNames([parseSourceFile(path, '')])).toHaveLength(1);
});

test('a name that only contains such a word is fine', () => {
  expect(fileNames([parseSourceFile('a/wire-types.ts', '')])).toEqual([]);
});
