import { isLoopback } from '../serve/loopback.js';
import { type Server, serve } from '../serve/serve.js';
import { simulate } from '../simulate.js';
import type { CommandIo } from './command-io.js';
import { findToken } from './find-token.js';
import { help } from './help.js';
import { type Command, parseCommand } from './parse-command.js';
import { requestLine } from './request-line.js';
import { UsageError } from './usage-error.js';

/**
 * `farebox-simulator`: serves a simulator until it is interrupted, and resolves with the exit code.
 *
 * 0 after an interrupt, 2 for a command line that cannot be run, 1 when the port cannot be had.
 */
export async function simulatorCommand(argv: readonly string[], io: CommandIo): Promise<number> {
  try {
    const command = parseCommand(argv);
    if (command === 'help') io.out(help);
    else if (command === 'version') io.out(`${io.version}\n`);
    else await untilInterrupted(await started(command, io), io);
    return 0;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    io.error(`farebox-simulator: ${error.message}\n`);
    if (!(error instanceof UsageError)) return 1;
    io.error('Try farebox-simulator --help.\n');
    return 2;
  }
}

async function started(command: Command, io: CommandIo): Promise<Server> {
  const { port, host = '127.0.0.1', tokenFile, verbose } = command;
  const token = await findToken(tokenFile, io);
  if (token === undefined && !isLoopback(host)) {
    throw new UsageError(
      `--listen ${host} lets others in; give a token, with --token-file FILE or in FAREBOX_SIMULATOR_TOKEN.`,
    );
  }
  const simulator = simulate({
    ...command.simulator,
    ...(verbose ? { onEnd: (request) => io.error(requestLine(request)) } : {}),
  });
  try {
    return await serve(simulator, { port, host, ...(token === undefined ? {} : { token }) });
  } catch (error) {
    // The token is all that is left to be wrong.
    if (!(error instanceof TypeError)) throw error;
    const source = tokenFile === undefined ? 'FAREBOX_SIMULATOR_TOKEN' : '--token-file';
    throw new UsageError(`${source}: the ${error.message}`);
  }
}

async function untilInterrupted(server: Server, io: CommandIo): Promise<void> {
  io.out(`${server.url}\n`);
  if (!io.interrupted.aborted) {
    await new Promise((resolve) => io.interrupted.addEventListener('abort', resolve));
  }
  await server.close();
}
