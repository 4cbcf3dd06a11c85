import { ChatError, nearestNames } from '@farebox/core';
import type { Io } from '../io/io.js';
import { builtInNames, builtInRole, builtInUses } from './built-in-role.js';
import { roleFromText } from './role-file.js';
import { filled, inputName, variablesIn } from './role-template.js';
import { valuesFor } from './role-values.js';
import { SavedRoles } from './saved-roles.js';

/** What chooses and fills a role. */
export interface RoleOptions {
  readonly role?: string;
  /** Values for the variables of a role of the user's own. */
  readonly param?: Readonly<Record<string, string>>;
}

/** A role, ready for a call. */
export interface Role {
  readonly system?: string | undefined;
  readonly temperature?: number | undefined;
  readonly model?: string | undefined;
  /** Puts the role around a question; most leave it as it is. */
  around(question: string): string;
}

const asItIs = (question: string) => question;

/**
 * The role that `--role` names, with the values of `-p` in it; without `--role`, one that changes nothing.
 *
 * @throws {ChatError} `configuration` for a role that does not exist or has the name of a built-in one, a file that is
 * not understood, and values that are missing or that nothing takes.
 */
export function findRole({ role, param = {} }: RoleOptions, io: Pick<Io, 'configFolder'>): Role {
  if (role === undefined) {
    checkNoValues(param, 'there is no --role');
    return { around: asItIs };
  }
  const builtIn = builtInRole(role);
  const [name = ''] = role.split(':');
  const saved = new SavedRoles(io.configFolder());
  const text = saved.find(name);
  if (builtIn !== undefined) {
    if (text !== undefined) throw shadows(name, saved.fileOf(name));
    checkNoValues(param, `${name} is built in, without variables`);
    return { ...builtIn, around: asItIs };
  }
  if (text === undefined || name !== role) throw noRole(role, saved.names());
  const file = roleFromText(text, `The role ${name}`);
  const values = valuesFor(name, `${file.system ?? ''}\n${file.text}`, param);
  const whole = filled(file.text, values);
  const { temperature, model } = file;
  const isQuestion = variablesIn(file.text).some((variable) => variable.name === inputName);
  if (!isQuestion) return { system: whole, temperature, model, around: asItIs };
  return {
    system: file.system === undefined ? undefined : filled(file.system, values),
    temperature,
    model,
    around: (question) => filled(file.text, new Map([...values, [inputName, question]])),
  };
}

function checkNoValues(param: Readonly<Record<string, string>>, why: string): void {
  if (Object.keys(param).length === 0) return;
  throw new ChatError({
    kind: 'configuration',
    message: `-p fills the variables of a role, and ${why}.`,
    fix: 'Leave -p out, or give a role of your own with --role (farebox role list shows their variables).',
  });
}

function shadows(name: string, path: string): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: `${path} has the name of a built-in role, so it is not clear which one is meant.`,
    fix: `Rename the file, as in my-${name}.md, or remove it: farebox role rm ${name}.`,
  });
}

function noRole(role: string, names: readonly string[]): ChatError {
  const nearest = nearestNames(role, [...builtInNames, ...names]);
  const all = [...builtInUses, ...names].join(', ');
  return new ChatError({
    kind: 'configuration',
    message: '--role names no role.',
    fix: `${nearest.length > 0 ? `The nearest are ${nearest.join(', ')}` : `There are ${all}`}; farebox role add makes one of your own, and --system takes any text.`,
  });
}
