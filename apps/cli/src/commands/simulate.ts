import { ChatError } from '@farebox/core';
import { type BilledRequest, type Books, simulate } from '@farebox/simulator';
import { parseCommand, requestLine, serve, UsageError } from '@farebox/simulator/node';
import type { Io } from '../io/io.js';
import { listening } from '../io/listening.js';
import { print } from '../io/print.js';
import { untilAborted } from '../io/until-aborted.js';
import { shownUsd } from '../report/shown-usd.js';

/** All as text: the simulator's own command line checks them. */
export interface SimulateOptions {
  readonly port?: string;
  readonly seed?: string;
  readonly fault?: readonly string[];
  readonly rpm?: string;
  readonly tpm?: string;
  readonly firstTokenMs?: string;
  readonly tokensPerSecond?: string;
  readonly quiet?: boolean;
}

/**
 * Serves the simulator until Ctrl-C.
 *
 * @returns 0: to be ended so is what it is for.
 * @throws {ChatError} `configuration` for options that cannot work, and for a port that cannot be had.
 */
export async function simulateHere(options: SimulateOptions, io: Io): Promise<0> {
  const { stderr, interrupted } = io;
  const command = commandOf(options);
  const log = (request: BilledRequest) => void stderr.write(requestLine(request));
  const simulator = simulate({ ...command.simulator, ...(options.quiet ? {} : { onEnd: log }) });
  const server = await listening(() => serve(simulator, { port: command.port }), command.port);
  try {
    await print(io.stdout, server.url);
    await stderr.write(
      `farebox: serving until Ctrl-C. To ask it: OPENAI_BASE_URL=${server.url} farebox "Hi"\n`,
    );
    await untilAborted(interrupted);
  } finally {
    await server.close();
  }
  await stderr.write(`${summary(simulator.books)}\n`);
  return 0;
}

function commandOf(options: SimulateOptions) {
  const { port, seed, fault = [], rpm, tpm, firstTokenMs, tokensPerSecond } = options;
  const given = Object.entries({
    port,
    seed,
    rpm,
    tpm,
    'first-token-ms': firstTokenMs,
    'tokens-per-second': tokensPerSecond,
  }).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}=${value}`]));
  try {
    const command = parseCommand([...given, ...fault.map((one) => `--fault=${faultText(one)}`)]);
    if (typeof command === 'object') return command;
    throw new UsageError('There is nothing to serve.');
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw configuration(error.message, 'See farebox simulate --help for how it is written.');
  }
}

/** In a shell a `;` has to be quoted; a `:` after the name has not. */
function faultText(fault: string): string {
  return fault.includes(';') ? fault : fault.replace(/^([\w-]+):/, '$1;');
}

function configuration(message: string, fix: string): ChatError {
  return new ChatError({ kind: 'configuration', message, fix });
}

/** What a provider would have billed, and for how much of it. */
function summary({ requests, cost }: Books): string {
  const ends = new Map<string, number>();
  for (const { ended } of requests) ends.set(ended, (ends.get(ended) ?? 0) + 1);
  const shown = [...ends].map(([ended, count]) => `${count} ${ended}`).join(', ');
  const count = `${requests.length} request${requests.length === 1 ? '' : 's'}`;
  return `\nfarebox: ${count}${shown && `: ${shown}`}; a provider would have billed ${shownUsd(cost)}.`;
}
