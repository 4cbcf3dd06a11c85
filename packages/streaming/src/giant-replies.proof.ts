import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';

const megabyte = 1024 * 1024;
const floodServer = new URL('./fixtures/flood-server.ts', import.meta.url);
const floodReader = new URL('./fixtures/flood-reader.ts', import.meta.url);
const processes: ChildProcess[] = [];

function start(program: URL, ...args: string[]): ChildProcess {
  const started = fork(program, args);
  processes.push(started);
  return started;
}

/** What it says next; a process that ends without a word would be waited for until the test is over. */
async function messageOf(started: ChildProcess) {
  const ended = once(started, 'exit').then(([code]) => {
    throw new Error(`A process ended with ${code} and said nothing; have the packages been built?`);
  });
  const [message] = await Promise.race([once(started, 'message'), ended]);
  return message;
}

afterEach(endAll);

function endAll(): void {
  for (const started of processes.splice(0)) started.kill();
}

/** How a reply of 400 MB (`start`, then `block` again and again) is read, and how much of it was sent. */
async function readFlood(first: string, block: string) {
  const server = start(floodServer, first, block, `${400 * megabyte}`);
  const { port } = await messageOf(server);
  const closed = messageOf(server);
  const reading = await messageOf(start(floodReader, `http://127.0.0.1:${port}/`));
  const { sent } = await closed;
  return { ...reading, sentMb: sent / megabyte };
}

const json = '{"choices":[{"message":{"content":"';
const event = 'data: {"choices":[{"index":0,"delta":{"content":"a"}}]}\n\n';

it.each([
  ['a line of data', `${event}data: `, 'x', 'event', 50],
  ['a string in a line of data', event.slice(0, event.indexOf('a"}')), 'é', 'event', 50],
  ['a comment', `${event}:`, 'x', 'event', 50],
  ['a line that is no field', event, 'x', 'event', 50],
  ['lines of data', event, 'data:x\n', 'event', 50],
  ['lines of data with nothing in them', event, 'data\n', 'event', 50],
  ['names of events', event, 'event:x\n', 'event', 50],
  ['events that carry nothing', '', 'data: {}\n\n', 'opening', 50],
  ['blanks', '', ' ', 'opening', 50],
  ['line breaks', '', '\n', 'opening', 50],
  // All of it is read, up to the limit; what grows is what the collector has not come to yet.
  ['comments of their own', event, ': ping\n\n', 'reply', 100],
  // Held as a whole until it ends.
  ['one line of JSON', json, 'x', 'json', 50],
  ['one line of JSON, in characters of several bytes', json, '日', 'json', 50],
  // A million of them are one answer.
  ['pieces of text', event, event, 'events', 200],
])('400 MB of %s ends as too-large', async (title, first, block, limit, mostMb) => {
  let least = Number.POSITIVE_INFINITY;
  // What is held grows the process each time; when the collector comes to the rest is chance, and only adds.
  for (let time = 0; time < 3 && least >= mostMb; time++) {
    const { grownMb, sentMb, ...end } = await readFlood(first, block);
    console.log(`${title}: grown by ${grownMb.toFixed(1)} MB, ${sentMb.toFixed(0)} MB sent`);
    expect(end).toEqual({ kind: 'too-large', code: limit === 'json' ? 'reply' : limit });
    // The socket is closed at the limit; what was sent beyond it lay in the buffers between.
    expect(sentMb).toBeLessThan({ reply: 300, events: 100 }[limit] ?? 64);
    least = Math.min(least, grownMb);
    endAll();
  }
  expect(least).toBeLessThan(mostMb);
});
