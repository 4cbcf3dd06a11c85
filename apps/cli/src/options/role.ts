import { type Persona, personas } from '@farebox/chat';
import { ChatError } from '@farebox/core';

const plainRoles = ['tutor', 'debugger', 'reviewer'] as const;

/**
 * The persona that `--role` names: a system message and its temperature.
 *
 * @throws {ChatError} `configuration` for a role that does not exist, or a translator without a language.
 * @example
 * role('translator:Go').system; // begins with 'You translate code into Go.'
 */
export function role(text: string): Persona {
  const [name = '', ...rest] = text.split(':');
  const language = rest.join(':').trim();
  if (name === 'translator') {
    if (language === '') throw wrong('translator has no language', 'Write --role translator:Go.');
    return personas.translator({ to: language });
  }
  const plain = plainRoles.find((role) => role === text);
  if (plain === undefined) {
    throw wrong(
      'names no role',
      `Choose ${plainRoles.join(', ')} or translator:<language>; for anything else use --system.`,
    );
  }
  return personas[plain];
}

function wrong(what: string, fix: string): ChatError {
  return new ChatError({ kind: 'configuration', message: `--role ${what}.`, fix });
}
