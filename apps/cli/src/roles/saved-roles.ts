import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../state/replace-file.js';
import { ifThere, withFile } from '../state/with-file.js';

const extension = '.md';

/** The roles that this user has made: a Markdown file each, to be edited by hand. */
export class SavedRoles {
  readonly folder: string;

  /** @param configFolder the folder with what the user has chosen, which need not exist. */
  constructor(configFolder: string) {
    this.folder = join(configFolder, 'roles');
  }

  /** Where a role is, or would be. */
  fileOf(name: string): string {
    return join(this.folder, `${name}${extension}`);
  }

  /** The text of a role, if there is one of that name. */
  find(name: string): string | undefined {
    if (!isRoleName(name)) return undefined;
    return ifThere('The role', this.fileOf(name), () => readFileSync(this.fileOf(name), 'utf8'));
  }

  /** The names of all of them. */
  names(): readonly string[] {
    const files = ifThere('The folder of roles', this.folder, () => readdirSync(this.folder)) ?? [];
    return files
      .filter((file) => file.endsWith(extension))
      .map((file) => file.slice(0, -extension.length))
      .filter(isRoleName)
      .toSorted();
  }

  save(name: string, text: string): void {
    withFile('The role', this.fileOf(name), () => replaceFile(this.fileOf(name), text));
  }

  /** Whether there was one. */
  remove(name: string): boolean {
    if (!isRoleName(name)) return false;
    return ifThere('The role', this.fileOf(name), () => rmSync(this.fileOf(name)) ?? true) ?? false;
  }
}

/** Small letters, because some file systems take capitals for the same; no dot and no slash. */
export function isRoleName(name: string): boolean {
  return /^[a-z0-9][a-z0-9_-]{0,63}$/.test(name);
}
