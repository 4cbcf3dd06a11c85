import { peers } from '../contenders.ts';
import { type Matrix, secondsOf } from '../run-matrix.ts';
import { capMs, fareboxClocks } from '../settings.ts';
import { details } from './details.ts';
import { rowsTable } from './rows.ts';
import { summary } from './summary.ts';
import { verdictsOf } from './verdicts.ts';
import type { MadeWith } from './versions.ts';

/** What a run found, as the page `docs/faults.md`. */
export function faultsPage(
  matrix: Matrix,
  names: readonly string[],
  { node, versions, date }: MadeWith,
): string {
  const verdicts = verdictsOf(matrix.results);
  const packages = Object.entries(versions).map(([name, version]) => `\`${name}\` ${version}`);
  const setUps = peers.map(({ name, setUp }) => `- **${name}**: ${setUp}.`);
  return `# Eighty faults, and what becomes of a call

Made by \`npm run faults\`, not written: ${date}, Node ${node}, ${packages.join(', ')}, in ${secondsOf(matrix)} s on one machine.

Each case is a fault of the simulator (\`packages/simulator/fault-table.json\`), or of the network, on real sockets of this machine. What is right
was committed before anything ran against it ([why there is one table](decisions/2026-11-24-one-table-of-faults.md)). A row is right if all of
its cases are.

${summary(verdicts, names)}

"Farebox" is \`ChatClient\` over its own transport, "Farebox, SDK" the same over the \`openai\` client. Every case also runs in \`npm test\`, under virtual time.

## How they are judged

**Farebox** is held to the whole table: kind and code of the error, what was delivered, attempts, waits, what each attempt is charged, the exit
code; and, whatever happens, one typed error or one whole answer, one receipt for each attempt, nothing left reserved, no timer, listener or
connection left, and neither key nor prompt in anything that can be printed.

**The others** are right if their caller can tell a whole answer from anything else, if the call ends, if nothing is sent that may not be or earlier
than the server said, and if the error shows neither key nor prompt. They need not retry, may make three attempts where the table has two, and need
not keep a partial answer or know what was spent. They are used as their documentation says, by somebody careful:

${setUps.join('\n')}

So that the run is short, waiting is too: Farebox's clocks are at ${fareboxClocks.idleMs} ms (they are a minute by default), and the others have whatever they offer of
the like. "Hang" means that a call had not ended after ${capMs / 1000} seconds.

Of one case the platform has a say: when the fetch of Node.js 24 has refused a reply that is compressed too often (52), and the connection
is closed after that, it ends the whole process, whoever had called it. There everyone here sends through the \`undici\` package.

## The eighty

${rowsTable(verdicts, names)}

## Every case

A cell has what came of the call, how many requests were sent, and how long it took. "Right" has the kind of the end, with its code where that does not
depend on the platform, and the number of requests.

${details(verdicts, names)}
`;
}
