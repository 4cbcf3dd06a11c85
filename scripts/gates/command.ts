import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import type { Gate } from './gate.ts';

/** The repository's root. */
export const root = join(import.meta.dirname, '../..');

/** Runs a tool of this repository from its root, or from `cwd`, and collects all that it prints. */
export function command(
  name: string,
  args: readonly string[],
  cwd = root,
): Promise<{ passed: boolean; output: string }> {
  const env = {
    ...process.env,
    PATH: join(root, 'node_modules/.bin') + delimiter + process.env.PATH,
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    NO_COLOR: '1',
    FORCE_COLOR: undefined,
  };
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (text: string) => {
      output += text;
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => resolve({ passed: code === 0, output }));
  });
}

/** A gate that is one command: it holds when the command exits with 0. */
export function commandGate(name: string, tool: string, args: readonly string[]): Gate {
  return {
    name,
    async run() {
      const { passed, output } = await command(tool, args);
      return { passed, details: output };
    },
  };
}
