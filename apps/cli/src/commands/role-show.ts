import { ChatError, nearestNames } from '@farebox/core';
import type { Io } from '../io/io.js';
import { print } from '../io/print.js';
import { builtInNames, builtInRole } from '../roles/built-in-role.js';
import { roleToText } from '../roles/role-file.js';
import { SavedRoles } from '../roles/saved-roles.js';

/** Prints a role as its file has it, a built-in one as it would. */
export async function roleShow(name: string, io: Io): Promise<0> {
  const roles = new SavedRoles(io.configFolder());
  const builtIn = builtInRole(name);
  const text =
    builtIn === undefined
      ? roles.find(name)
      : roleToText({ temperature: builtIn.temperature, text: builtIn.system });
  if (text === undefined) throw noSuchRole(name, roles, builtInNames);
  await print(io.stdout, text.replace(/\n$/, ''));
  return 0;
}

/** Removes a role; also one that cannot be used. */
export async function roleRm(name: string, io: Io): Promise<0> {
  const roles = new SavedRoles(io.configFolder());
  if (!roles.remove(name)) {
    if (!builtInNames.includes(name)) throw noSuchRole(name, roles, []);
    throw new ChatError({
      kind: 'configuration',
      message: `The role ${name} is built in, and cannot be removed.`,
      fix: 'farebox role list shows which roles are yours.',
    });
  }
  await print(io.stdout, `removed: the role ${name}`);
  return 0;
}

/** Prints where the roles are, or where one is. */
export async function rolePath(name: string | undefined, io: Io): Promise<0> {
  const roles = new SavedRoles(io.configFolder());
  if (name !== undefined && roles.find(name) === undefined) throw noSuchRole(name, roles, []);
  await print(io.stdout, name === undefined ? roles.folder : roles.fileOf(name));
  return 0;
}

function noSuchRole(name: string, roles: SavedRoles, others: readonly string[]): ChatError {
  const nearest = nearestNames(name, [...others, ...roles.names()]);
  return new ChatError({
    kind: 'configuration',
    message: 'There is no role of that name.',
    fix:
      nearest.length > 0
        ? `The nearest are ${nearest.join(', ')}; farebox role list shows all.`
        : 'farebox role list shows all; farebox role add makes one.',
  });
}
