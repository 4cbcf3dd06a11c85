import { ChatError } from '@farebox/core';

/**
 * Starts a server, and says what is wrong where its port cannot be had.
 *
 * @throws {ChatError} `configuration` with the system's code.
 */
export async function listening<Server>(
  start: () => Promise<Server>,
  port: number,
): Promise<Server> {
  try {
    return await start();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new ChatError({
      kind: 'configuration',
      message: `Port ${port} cannot be had (${code}).`,
      fix: 'Choose another --port, or leave it out for any free one.',
    });
  }
}
