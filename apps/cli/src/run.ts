import type { Io } from './io/io.js';
import { loadCommand } from './load-command.js';
import { failureLines } from './report/failure-lines.js';
import { runWith } from './run-with.js';
import { version } from './version.js';

/**
 * Runs one command line and gives the exit code; everything it does, it does through `io`.
 *
 * @param argv the arguments alone, without `node` and the script.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    // What the scripts of `farebox completion` ask with every Tab.
    if (argv[0] === '__complete') {
      const { answerShell } = await import('./completion/answer-shell.js');
      return await answerShell(argv.slice(1), io);
    }
    // What the build makes the page of `man` with.
    if (argv[0] === '__man') {
      const { manPage } = await import('./manual/man-page.js');
      await io.stdout.write(await manPage(version, io));
      return 0;
    }
  } catch (error) {
    await io.stderr.write(failureLines(error, io.environment));
    return 1;
  }
  return runWith(loadCommand, argv, io);
}
