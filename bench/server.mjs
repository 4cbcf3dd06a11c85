// Serves one pre-serialised stream: `packed` puts many events into a write, `single` one.
import { createServer } from 'node:http';
import { plainStream } from './stream.mjs';

const chunks = Number(process.argv[2]);
const { events } = plainStream(chunks);
const blocks = {
  packed: [],
  single: events.map((text) => Buffer.from(text)),
};
for (let at = 0; at < events.length; at += 64) {
  blocks.packed.push(Buffer.from(events.slice(at, at + 64).join('')));
}

const server = createServer(async (request, response) => {
  const packing = new URL(request.url, 'http://localhost').pathname.split('/')[1];
  request.resume();
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const block of blocks[packing]) {
    if (!response.write(block)) await new Promise((resolve) => response.once('drain', resolve));
  }
  response.end();
});
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
