import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { ChatError } from '@farebox/core';

/**
 * The folder of the project that a folder is in: the nearest one, upwards, that holds a `.git`. Only its
 * path is used; nothing in it is read.
 *
 * @throws {ChatError} `configuration` where there is none.
 */
export function projectFolder(workingFolder: string): string {
  let folder = physical(workingFolder);
  while (!existsSync(join(folder, '.git'))) {
    const above = dirname(folder);
    if (above === folder) {
      throw new ChatError({
        kind: 'configuration',
        message: '--project finds no project: neither this folder nor one above it holds a .git.',
        fix: 'Name the folder, as in --project ., or use --session.',
      });
    }
    folder = above;
  }
  return folder;
}

/** A folder by its name, as the system sees it: without symbolic links, if it exists. */
export function namedFolder(name: string, workingFolder: string): string {
  return physical(resolve(workingFolder, name));
}

/** Whether a folder is another one, or is below it. */
export function isWithin(folder: string, outer: string): boolean {
  const path = relative(outer, folder);
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

function physical(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    // Gone by now: its budget can still be removed.
    return folder;
  }
}
