import { exitCodeOf } from './io/exit-signals.js';
import type { Io } from './io/io.js';
import { nodeIo } from './io/node-io.js';
import { failureLines } from './report/failure-lines.js';

/** Runs the command line of this process and ends it. */
export async function start(
  run: (argv: readonly string[], io: Io) => Promise<number>,
): Promise<never> {
  const io = nodeIo();
  process.on('uncaughtException', (error) => {
    process.stderr.write(failureLines(error, io.environment), () => process.exit(1));
  });
  const code = await run(process.argv.slice(2), io);
  // Not left to the event loop: a pipe on standard input that nobody closes would keep it going.
  process.exit(exitCodeOf(code, io.interrupted));
}
