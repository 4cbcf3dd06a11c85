import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { namedFolder, projectFolder } from './project-folder.js';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'farebox-')));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('is the nearest folder with a .git, be that a folder or the file of a worktree', () => {
  mkdirSync(join(folder, '.git'));
  mkdirSync(join(folder, 'packages', 'core', 'src'), { recursive: true });
  writeFileSync(join(folder, 'packages', '.git'), 'gitdir: elsewhere');
  expect(projectFolder(join(folder, 'packages', 'core', 'src'))).toBe(join(folder, 'packages'));
  expect(projectFolder(folder)).toBe(folder);
});

it('says what to do where there is none', () => {
  expect(() => projectFolder(folder)).toThrow(
    expect.objectContaining({ kind: 'configuration', fix: expect.stringContaining('--project .') }),
  );
});

it('is the same by whatever path it is reached, and takes a folder that is gone as it is written', () => {
  mkdirSync(join(folder, 'app', '.git'), { recursive: true });
  symlinkSync(join(folder, 'app'), join(folder, 'link'));
  expect(projectFolder(join(folder, 'link'))).toBe(join(folder, 'app'));
  expect(namedFolder('link', folder)).toBe(join(folder, 'app'));
  expect(namedFolder('../gone', join(folder, 'app'))).toBe(join(folder, 'gone'));
});
