import { ChatError, nearestNames } from '@farebox/core';
import { inputName, variablesIn } from './role-template.js';

/**
 * The value of each variable of a role: what `-p` gives, or its default.
 *
 * @throws {ChatError} `configuration` that names all that is missing, or what no variable takes.
 */
export function valuesFor(
  role: string,
  text: string,
  given: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const variables = variablesIn(text).filter(({ name }) => name !== inputName);
  const names = variables.map(({ name }) => name);
  for (const name of Object.keys(given)) {
    if (!names.includes(name)) throw unknown(role, name, names);
  }
  const values = new Map<string, string>();
  const missing: string[] = [];
  for (const { name, fallback } of variables) {
    const value = Object.hasOwn(given, name) ? given[name] : fallback;
    if (value === undefined) missing.push(name);
    else values.set(name, value);
  }
  if (missing.length === 0) return values;
  throw new ChatError({
    kind: 'configuration',
    message: `The role ${role} needs a value for ${missing.join(', ')}.`,
    fix: `Give ${missing.length === 1 ? 'it' : 'them'}: ${missing.map((name) => `-p ${name}=…`).join(' ')}.`,
  });
}

/** The name is one that was typed for a variable: it may be shown where it is like one. */
function unknown(role: string, name: string, names: readonly string[]): ChatError {
  const [nearest] = nearestNames(name, names);
  const has = names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`;
  return new ChatError({
    kind: 'configuration',
    message:
      name === inputName
        ? `-p ${inputName} is the question itself, and comes as one.`
        : `-p names no variable of the role ${role}: ${has}.`,
    fix:
      nearest === undefined
        ? `farebox role show ${role} prints the role.`
        : `Did you mean -p ${nearest}=…?`,
  });
}
