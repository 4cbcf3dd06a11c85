import { ChatError } from '@farebox/core';
import type { Io } from '../io/io.js';
import { print } from '../io/print.js';
import { stdinText } from '../prompt/stdin-text.js';
import { builtInNames } from '../roles/built-in-role.js';
import { type RoleFile, roleFromText, roleToText } from '../roles/role-file.js';
import { inputName, variablesIn } from '../roles/role-template.js';
import { isRoleName, SavedRoles } from '../roles/saved-roles.js';

export interface RoleAddOptions {
  readonly model?: string;
  readonly temperature?: number;
  readonly system?: string;
  readonly force?: boolean;
}

/**
 * Makes a role of words, or of what is piped in, which may have settings of its own.
 *
 * @throws {ChatError} `configuration` for a name that is taken or none, and a text that is no role.
 */
export async function roleAdd(
  name: string,
  words: readonly string[],
  options: RoleAddOptions,
  io: Io,
): Promise<0> {
  const roles = new SavedRoles(io.configFolder());
  checkName(name);
  if (!options.force && roles.find(name) !== undefined) {
    throw wrong(
      `There is a role ${name} already.`,
      `Edit ${roles.fileOf(name)}, or add --force to put this one in its place.`,
    );
  }
  const text = words.length > 0 ? words.join(' ') : await piped(name, io);
  const { model, temperature, system } = options;
  const given = Object.entries({ model, temperature, system }).filter(
    ([, value]) => value !== undefined,
  );
  const role: RoleFile = { ...roleFromText(text, 'The role'), ...Object.fromEntries(given) };
  const isQuestion = variablesIn(role.text).some((variable) => variable.name === inputName);
  if (role.system !== undefined && !isQuestion) {
    throw wrong(
      'The text is the system message already, and --system gives another one.',
      'Leave --system out, or put {{input}} into the text where the question goes.',
    );
  }
  // A setting is one line of the file.
  roles.save(name, roleToText(checkedLines(role)));
  await print(io.stdout, roles.fileOf(name));
  return 0;
}

function checkedLines(role: RoleFile): RoleFile {
  const isOneLine = [role.model, role.system].every((value) => !/[\r\n]/.test(value ?? ''));
  if (isOneLine) return role;
  throw wrong('A setting of a role has one line.', 'Take the line ends out of it.');
}

async function piped(name: string, io: Io): Promise<string> {
  if (io.stdin.kind === 'stream') return stdinText(io, { announce: false });
  throw wrong(
    'There is no text for the role.',
    `Give one, as in: farebox role add ${name} "Answer in one sentence."   or: farebox role add ${name} < role.md`,
  );
}

function checkName(name: string): void {
  if (builtInNames.includes(name)) {
    throw wrong(`The role ${name} is built in.`, `Choose another name, as in my-${name}.`);
  }
  if (isRoleName(name)) return;
  throw wrong(
    'That is no name for a role.',
    'Use small letters, digits, - and _, beginning with a letter or a digit, as in code-poet.',
  );
}

function wrong(message: string, fix: string): ChatError {
  return new ChatError({ kind: 'configuration', message, fix });
}
