import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type SimulateOptions, type Simulator, simulate } from '@farebox/simulator';
import { serve } from '@farebox/simulator/node';

const command = join(import.meta.dirname, '../../cli/dist/farebox.js');

/** `farebox play` as its user starts it, before a provider that the test looks into. */
export interface Played {
  /** What it printed: where the page is, with the token. */
  readonly address: string;
  readonly origin: string;
  readonly token: string;
  readonly provider: Simulator;
  /** Everything that it has said. */
  readonly said: () => string;
  /** What another command of the same user prints. */
  readonly farebox: (...argv: readonly string[]) => Promise<string>;
  close(): Promise<void>;
}

/** Starts the built command with a key in its environment, and waits until it serves the page. */
export async function openPlayed(key: string, options: SimulateOptions): Promise<Played> {
  const provider = simulate(options);
  const upstream = await serve(provider);
  const home = mkdtempSync(join(tmpdir(), 'farebox-played-'));
  const env = {
    PATH: process.env.PATH ?? '',
    FAREBOX_HOME: home,
    OPENAI_BASE_URL: upstream.url,
    OPENAI_API_KEY: key,
  };
  const argv = ['play', '--no-open', '-m', 'gpt-4o-mini', '-m', 'gpt-4.1-nano'];
  const child = spawn(process.execPath, [command, ...argv], { env });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').once('data', resolve);
    child.once('close', () => reject(new Error(`farebox play ended: ${said}`)));
  });
  said += line;
  const address = line.trim();
  const { origin, hash } = new URL(address);
  return {
    address,
    origin,
    token: new URLSearchParams(hash.slice(1)).get('play') ?? '',
    provider,
    said: () => said,
    farebox: async (...further) => {
      const { stdout } = await promisify(execFile)(process.execPath, [command, ...further], {
        env,
      });
      return stdout;
    },
    close: async () => {
      await ended(child);
      await upstream.close();
      rmSync(home, { recursive: true });
    },
  };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    child.kill('SIGINT');
  });
}
