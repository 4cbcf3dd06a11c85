// What streaming costs a client, as a ratio to the loop one would write by hand, in the same run.
// Usage: npm run bench -- [chunks] [rounds]
import { checkReply } from './check-reply.mjs';
import { contenders, yardstick } from './contenders.mjs';
import { cpuMicroseconds, measure, median, medianAgainst, wallMilliseconds } from './measure.mjs';
import { shapes, streamOf } from './shapes.mjs';
import { startServer } from './start-server.mjs';
import { writes } from './writes.mjs';

const chunks = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? 7);
/** Streams at once, which share the chunks. */
const many = 100;

const server = await startServer();

/**
 * One run per contender: so many streams at once, each checked.
 *
 * @returns {Record<string, import('./measure.mjs').Run>}
 */
function runsOf(
  /** @type {string} */ shape,
  /** @type {string} */ packing,
  /** @type {number} */ length,
  streams = 1,
) {
  const { text, usage } = streamOf(shape, length);
  const baseURL = server.baseURL(shape, packing, length);
  const entries = Object.entries(contenders).map(([name, contender]) => {
    const call = contender(baseURL);
    const one = async () => checkReply(await call(), { text, usage });
    return [name, async () => void (await Promise.all(Array.from({ length: streams }, one)))];
  });
  return Object.fromEntries(entries);
}

/** @returns {Promise<Record<string, string>>} per contender: the ratio, and the CPU per chunk. */
async function cpuColumn(/** @type {Parameters<typeof runsOf>} */ ...what) {
  const [, , length, streams = 1] = what;
  const taken = await measure(runsOf(...what), rounds, cpuMicroseconds);
  return column(taken, (values, ofYardstick) => {
    const ratio = medianAgainst(values, ofYardstick, (value, other) => value / other);
    const perChunk = median(values) / (length * streams);
    return `${ratio.toFixed(2)} × ${perChunk.toFixed(2).padStart(6)} µs`;
  });
}

/** A whole call whose answer is one chunk: connection in hand, request, reply, receipt. */
async function callColumn() {
  const taken = await measure(runsOf('plain', 'single', 1), 200, wallMilliseconds);
  return column(taken, (values, ofYardstick) => {
    const more = medianAgainst(values, ofYardstick, (value, other) => value - other);
    return `${more.toFixed(2)} ms`;
  });
}

function column(
  /** @type {Record<string, number[]>} */ taken,
  /** @type {(values: number[], ofYardstick: number[]) => string} */ cell,
) {
  const ofYardstick = taken[yardstick] ?? [];
  const cells = Object.entries(taken).map(([name, values]) => [name, cell(values, ofYardstick)]);
  return Object.fromEntries(cells);
}

/** Prints a table, one row per contender. */
function print(
  /** @type {string} */ title,
  /** @type {Record<string, Record<string, string>>} */ columns,
) {
  const row = (/** @type {string} */ name, /** @type {string[]} */ cells) =>
    `${name.padEnd(22)}${cells.map((cell) => cell.padStart(20)).join('')}`;
  console.log(`\n${row(title, Object.keys(columns))}`);
  for (const name of Object.keys(contenders)) {
    console.log(
      row(
        `  ${name}`,
        Object.values(columns).map((cells) => cells[name] ?? ''),
      ),
    );
  }
}

try {
  console.log(`CPU per chunk of the client; ${chunks} chunks, medians of ${rounds} rounds`);
  for (const shape of Object.keys(shapes)) {
    /** @type {Record<string, Record<string, string>>} */
    const columns = {};
    // A quarter is enough for the shapes that no target is set for.
    const length = shape === 'plain' ? chunks : Math.ceil(chunks / 4);
    for (const packing of Object.keys(writes)) {
      columns[packing] = await cpuColumn(shape, packing, length);
    }
    print(shape, columns);
  }
  print(`${many} streams at once`, {
    single: await cpuColumn('plain', 'single', Math.ceil(chunks / many), many),
  });
  print('one-chunk answer', { 'longer than by hand': await callColumn() });
} finally {
  server.close();
}
