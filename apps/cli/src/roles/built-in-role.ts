import { type Persona, personas } from '@farebox/chat';
import { ChatError } from '@farebox/core';

const plainRoles = ['tutor', 'debugger', 'reviewer'] as const;

/** The names that no role of a user can have. */
export const builtInNames: readonly string[] = [...plainRoles, 'translator'];

/** What stands for them in a list. */
export const builtInUses = [...plainRoles, 'translator:<language>'] as const;

/**
 * The role that comes with the command: a system message and its temperature; nothing for another name.
 *
 * @throws {ChatError} `configuration` for a translator without a language.
 * @example
 * builtInRole('translator:Go')?.system; // begins with 'You translate code into Go.'
 */
export function builtInRole(text: string): Persona | undefined {
  const [name = '', ...rest] = text.split(':');
  const language = rest.join(':').trim();
  if (name !== 'translator') {
    const plain = plainRoles.find((role) => role === text);
    return plain && personas[plain];
  }
  if (language !== '') return personas.translator({ to: language });
  throw new ChatError({
    kind: 'configuration',
    message: '--role translator has no language.',
    fix: 'Write --role translator:Go.',
  });
}
