import type { CommandIo } from './command-io.js';
import { UsageError } from './usage-error.js';

/**
 * The token out of a file, else out of the environment; nothing when neither has one.
 *
 * Never out of the command line, which everyone on the machine can read.
 * @throws {UsageError} when the file cannot be read or is empty; it names the file alone.
 */
export async function findToken(
  file: string | undefined,
  { environment, readFile }: Pick<CommandIo, 'environment' | 'readFile'>,
): Promise<string | undefined> {
  if (file === undefined) return environment.FAREBOX_SIMULATOR_TOKEN || undefined;
  const content = await readFile(file).catch(() => undefined);
  if (content === undefined) throw new UsageError(`--token-file: '${file}' cannot be read.`);
  const token = content.trim();
  if (token === '') throw new UsageError(`--token-file: '${file}' is empty.`);
  return token;
}
