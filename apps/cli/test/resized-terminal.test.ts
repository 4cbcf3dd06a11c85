import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { openTerminal } from './terminal.js';

const numbers = Array.from({ length: 120 }, (_, index) => `number${index}`);

const server = createServer();
afterEach(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

function send(reply: ServerResponse, content: string, finish: 'stop' | null = null): void {
  const choices = [{ index: 0, delta: { content }, finish_reason: finish }];
  const chunk = {
    id: 'x',
    object: 'chat.completion.chunk',
    created: 0,
    model: 'gpt-4o-mini',
    choices,
  };
  reply.write(`data: ${JSON.stringify(chunk)}\n\n`);
}

it('loses no word when the window changes its width in the middle of a line', async () => {
  const asked = new Promise<ServerResponse>((resolve) => {
    server.once('request', (request, reply) => request.resume().once('end', () => resolve(reply)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/v1`;
  const terminal = openTerminal(['-q', '--base-url', url, 'Count'], { columns: 80 });
  const reply = await asked;
  reply.writeHead(200, { 'content-type': 'text/event-stream' });
  const say = async (from: number, to: number) => {
    send(reply, `${numbers.slice(from, to).join(' ')} `);
    await terminal.shows(numbers[to - 1] ?? '');
  };

  // The last line has 44 columns, and the next word fits behind it at either width: no line is ended meanwhile.
  await say(0, 39);
  terminal.resize(33, 10);
  await say(39, 40);
  await say(40, 60);
  terminal.resize(100, 24);
  await say(60, 61);
  await say(61, 120);
  send(reply, '', 'stop');
  reply.end('data: [DONE]\n\n');
  expect(await terminal.ended).toBe(0);

  const shown = terminal.screen().split(/\s+/);
  const found = numbers.filter((number) => shown.includes(number));
  expect(found).toEqual(numbers);
});
