import { expect, test } from 'vitest';
import { corePurity } from './architecture/core-purity.ts';
import { cycles } from './architecture/cycles.ts';
import { exportsByName } from './architecture/exports-by-name.ts';
import { fileLength, fileNames } from './architecture/file-shape.ts';
import { layering } from './architecture/layering.ts';
import { moduleState } from './architecture/module-state.ts';
import { repositoryFiles } from './architecture/repository-files.ts';
import { sdkInOnePlace } from './architecture/sdk-in-one-place.ts';
import type { SourceFile } from './architecture/source-file.ts';
import { formatViolations, type Violation } from './architecture/violation.ts';

const files = repositoryFiles();

test.each<[string, (files: readonly SourceFile[]) => Violation[]]>([
  [
    'core takes time, chance and the network as arguments, so that it runs in any runtime and every result can be replayed',
    corePurity,
  ],
  [
    'core keeps no state at module level, so that two clients in one process cannot see each other',
    moduleState,
  ],
  [
    'no file reaches itself through its imports, so that each can be read, tested and moved alone',
    cycles,
  ],
  [
    'packages import only the layers below them, so that each can be used and released without those above it',
    layering,
  ],
  [
    'the official SDK is named only in its adapter, so that the plain path never loads it',
    sdkInOnePlace,
  ],
  [
    'everything is exported by name, so that no public name appears by accident and none has two',
    exportsByName,
  ],
  [
    'no file is longer than 300 lines, so that composition is solved instead of piled up',
    fileLength,
  ],
  ['no file is named after a drawer, so that a concept can be found under its own name', fileNames],
])('%s', (_, rule) => {
  const violations = rule(files);
  if (violations.length > 0) expect.fail(formatViolations(violations));
});

test('the rules see the sources of every package, so that a moved folder cannot silence them', () => {
  const seen = new Set(files.filter((file) => !file.isTest).map((file) => file.path.split('/')[1]));
  expect([...seen]).toEqual(
    expect.arrayContaining(['core', 'streaming', 'client', 'cost', 'chat', 'simulator', 'cli']),
  );
});
