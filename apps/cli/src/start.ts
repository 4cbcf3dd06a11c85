import { exitCodeOf } from './io/exit-signals.js';
import { nodeIo } from './io/node-io.js';
import { failureLines } from './report/failure-lines.js';
import { run } from './run.js';

/** Runs the command in this process and ends it. */
export async function start(): Promise<never> {
  const io = nodeIo();
  process.on('uncaughtException', (error) => {
    process.stderr.write(failureLines(error, io.environment), () => process.exit(1));
  });
  const code = await run(process.argv.slice(2), io);
  // Not left to the event loop: a pipe on standard input that nobody closes would keep it going.
  process.exit(exitCodeOf(code, io.interrupted));
}
