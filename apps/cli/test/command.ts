import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** What the tests run; see `requireBuild`. */
export const script = join(import.meta.dirname, '../dist/farebox.js');

/** Of this test file, so that nothing is written to the ledger of whoever runs it. */
const stateFolder = mkdtempSync(join(tmpdir(), 'farebox-state-'));
afterAll(() => rmSync(stateFolder, { recursive: true }));

/** Of a command; nothing is inherited but PATH, so no key of this machine reaches a test. */
export function environmentOf(
  environment: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return { PATH: process.env.PATH ?? '', FAREBOX_HOME: stateFolder, ...environment };
}

export interface CommandOptions {
  /** Beside PATH; nothing is inherited, so no key of this machine reaches a test. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
  /** What is piped in. Without it standard input is /dev/null. */
  readonly stdin?: string;
}

export interface CommandResult {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** The built command in a process of its own, with pipes to it. */
export function startCommand(
  argv: readonly string[],
  { environment = {}, folder }: Omit<CommandOptions, 'stdin'> = {},
): ChildProcessWithoutNullStreams {
  requireBuild();
  return spawn(process.execPath, [script, ...argv], {
    cwd: folder ?? import.meta.dirname,
    env: environmentOf(environment),
  });
}

/** Runs the built command to its end. */
export async function farebox(
  argv: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const { stdin, ...others } = options;
  if (stdin !== undefined) {
    const child = startCommand(argv, others);
    child.stdin.on('error', () => {}).end(stdin);
    return resultOf(child);
  }
  requireBuild();
  const child = spawn(process.execPath, [script, ...argv], {
    cwd: options.folder ?? import.meta.dirname,
    env: environmentOf(options.environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return resultOf(child);
}

/** What a command has printed when it has ended, and its exit code. */
export async function resultOf(
  child: ChildProcess & Pick<ChildProcessWithoutNullStreams, 'stdout' | 'stderr'>,
): Promise<CommandResult> {
  let out = '';
  let error = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    error += text;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out, error };
}

export function requireBuild(): void {
  if (existsSync(script)) return;
  throw new Error(
    `${script} is missing: these tests run the built command, and npm test builds it.`,
  );
}
