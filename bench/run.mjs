// CPU per streamed chunk, as a ratio to the hand-written loop in the same run.
// Usage: npm run bench -- [chunks] [rounds]
import { fork } from 'node:child_process';
import { contenders } from './contenders.mjs';
import { plainStream } from './stream.mjs';

const chunks = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? 7);
const expected = plainStream(chunks);

const server = fork(new URL('./server.mjs', import.meta.url), [String(chunks)]);
const port = await new Promise((resolve) => server.once('message', resolve));

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

async function cpuMicroseconds(contender, baseURL) {
  const before = process.cpuUsage();
  const { text, usage } = await contender(baseURL);
  const { user, system } = process.cpuUsage(before);
  // A client that drops or garbles anything has no time worth naming.
  if (text !== expected.text) throw new Error(`wrong text: ${text.length} characters`);
  if (usage?.total_tokens !== expected.usage.total_tokens) throw new Error('wrong usage');
  return user + system;
}

try {
  for (const packing of ['packed', 'single']) {
    const baseURL = `http://127.0.0.1:${port}/${packing}`;
    const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
    for (const contender of Object.values(contenders)) await cpuMicroseconds(contender, baseURL);
    for (let round = 0; round < rounds; round++) {
      for (const [name, contender] of Object.entries(contenders)) {
        times[name].push(await cpuMicroseconds(contender, baseURL));
      }
    }
    const yardstick = times['hand-written loop'];
    console.log(
      `\nplain stream, ${packing}, ${chunks} chunks, median of ${rounds} interleaved rounds`,
    );
    for (const [name, values] of Object.entries(times)) {
      const ratio = median(values.map((value, round) => value / yardstick[round]));
      const perChunk = median(values) / chunks;
      console.log(
        `  ${name.padEnd(28)} ${ratio.toFixed(2).padStart(5)} x  ${perChunk.toFixed(3)} µs CPU per chunk`,
      );
    }
  }
} finally {
  server.kill();
}
