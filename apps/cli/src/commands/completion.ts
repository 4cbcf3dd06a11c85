import { ChatError, nearestNames } from '@farebox/core';
import { isShell, shells } from '../completion/shells.js';
import type { Io } from '../io/io.js';
import { printExactly } from '../io/print.js';

/**
 * Prints the script with which a shell completes this command.
 *
 * @throws {ChatError} `configuration` for a shell that there is none for.
 */
export async function completion(shell: string, io: Io): Promise<0> {
  if (isShell(shell)) {
    await printExactly(io.stdout, shells[shell]);
    return 0;
  }
  const names = Object.keys(shells);
  const [nearest = 'bash'] = shell === 'pwsh' ? ['powershell'] : nearestNames(shell, names);
  throw new ChatError({
    kind: 'configuration',
    message: `There is a completion for ${names.join(', ')}, and for no other shell.`,
    fix: `Write it as in farebox completion ${nearest}.`,
  });
}
