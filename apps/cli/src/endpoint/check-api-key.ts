import { ChatError } from '@farebox/core';

/**
 * Checks that a key can be one, before it is sent anywhere.
 *
 * @param from where the key was found, such as `the environment`.
 * @throws {ChatError} `configuration`; the message names the variable and never has the key.
 */
export function checkApiKey(key: string, from: string, variable = 'OPENAI_API_KEY'): void {
  const flaw = flawOfKey(key);
  if (flaw === undefined) return;
  throw new ChatError({
    kind: 'configuration',
    message: `${variable} from ${from} has ${flaw} in it.`,
    fix: 'Copy the key again, without quotes, spaces and line ends.',
  });
}

/** What a key cannot have in it, or undefined. */
export function flawOfKey(key: string): string | undefined {
  if (/[\r\n]/.test(key)) return 'a line end';
  if (/\s/.test(key)) return 'a space';
  if (/["'`]/.test(key)) return 'a quote';
  return /^[\x21-\x7e]+$/.test(key) ? undefined : 'a character that no key has';
}
