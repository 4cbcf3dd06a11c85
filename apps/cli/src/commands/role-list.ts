import { isChatError } from '@farebox/core';
import type { Io } from '../io/io.js';
import { print } from '../io/print.js';
import { printLines } from '../io/print-lines.js';
import { table } from '../report/table.js';
import { builtInNames, builtInRole, builtInUses } from '../roles/built-in-role.js';
import { type RoleFile, roleFromText } from '../roles/role-file.js';
import { inputName, type TemplateVariable, variablesIn } from '../roles/role-template.js';
import { SavedRoles } from '../roles/saved-roles.js';
import { plain } from '../terminal/line-styles.js';
import { oneLine } from '../terminal/one-line.js';

export interface RoleListOptions {
  readonly json?: boolean;
}

interface ListedRole {
  readonly name: string;
  readonly builtIn: boolean;
  readonly model: string | null;
  readonly temperature: number | null;
  readonly variables: readonly TemplateVariable[];
  /** What is wrong with it, so that it cannot be used. */
  readonly flaw: string | null;
}

/** Prints all roles; one that cannot be used is told of, and the others stay. */
export async function roleList({ json }: RoleListOptions, io: Io): Promise<0> {
  const saved = new SavedRoles(io.configFolder());
  const roles = [...builtIns(), ...saved.names().map((name) => listed(name, saved))];
  if (json) {
    await print(io.stdout, JSON.stringify({ folder: saved.folder, roles: roles.map(asJson) }));
    return 0;
  }
  const rows = roles.map(({ name, builtIn, model, temperature, variables }) => [
    name,
    builtIn ? 'built in' : 'yours',
    model ?? '',
    temperature === null ? '' : String(temperature),
    variables.map(shownVariable).join(' '),
  ]);
  const header = ['role', '', 'model', 'temperature', 'variables'];
  await printLines(table([header, ...rows], io.stdout.columns).map(plain), {}, io);
  for (const { flaw } of roles) {
    if (flaw !== null) await io.stderr.write(`farebox: warning: ${oneLine(flaw)}\n`);
  }
  return 0;
}

function builtIns(): ListedRole[] {
  return builtInUses.map((name) => ({
    name,
    builtIn: true,
    model: null,
    temperature: builtInRole(name)?.temperature ?? null,
    variables: [],
    flaw: null,
  }));
}

function listed(name: string, saved: SavedRoles): ListedRole {
  const role = { name, builtIn: false, model: null, temperature: null, variables: [], flaw: null };
  if (builtInNames.includes(name)) {
    return { ...role, flaw: `${saved.fileOf(name)} has the name of a built-in role.` };
  }
  try {
    const file: RoleFile = roleFromText(saved.find(name) ?? '', `The role ${name}`);
    return {
      ...role,
      model: file.model ?? null,
      temperature: file.temperature ?? null,
      variables: variablesIn(`${file.system ?? ''}\n${file.text}`),
    };
  } catch (error) {
    if (!isChatError(error)) throw error;
    return { ...role, flaw: error.message };
  }
}

function shownVariable({ name, fallback }: TemplateVariable): string {
  return oneLine(fallback === undefined ? name : `${name}=${fallback}`);
}

function asJson({ variables, ...role }: ListedRole) {
  return {
    ...role,
    variables: variables
      .filter(({ name }) => name !== inputName)
      .map(({ name, fallback }) => ({ name, default: fallback ?? null })),
    isQuestion: variables.some(({ name }) => name === inputName),
  };
}
