import { execFile } from 'node:child_process';
import { join } from 'node:path';

const offline = join(import.meta.dirname, 'offline.ts');

/**
 * Runs one module in a process of its own, offline and without any key from the environment.
 *
 * @returns undefined when it ended well, otherwise what it printed to stderr.
 */
export function runExample(module: string): Promise<string | undefined> {
  const { PATH, HOME, TMPDIR } = process.env;
  const settings = { timeout: 30_000, env: { PATH, HOME, TMPDIR } as NodeJS.ProcessEnv };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', offline, module], settings, (error, _, stderr) => {
      if (error === null) resolve(undefined);
      else if (error.killed) resolve('was still running after 30 s');
      else resolve(messageIn(stderr) || stderr.trim() || error.message);
    });
  });
}

/** The thrown error and its causes, one line each, without code frames and stacks. */
function messageIn(stderr: string): string {
  const lines = stderr.split('\n');
  const said = lines.filter((line) => /^\w*Error\b.*: |\[cause\]: /.test(line));
  return said.map((line) => line.trim().replace(/^Error: | \{$/, '')).join('; ');
}
