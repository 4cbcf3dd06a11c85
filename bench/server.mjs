// Serves pre-serialised streams in a process of its own: /<shape>/<writes>/<chunks>/chat/completions.
import { createServer } from 'node:http';
import { streamOf } from './shapes.mjs';
import { writes } from './writes.mjs';

/** @type {Map<string, Buffer[]>} */
const serialised = new Map();

function blocksOf(/** @type {string} */ path) {
  let blocks = serialised.get(path);
  if (blocks === undefined) {
    const [, shape = '', packing = '', chunks] = decodeURIComponent(path).split('/');
    blocks = /** @type {NonNullable<typeof writes[string]>} */ (writes[packing])(
      streamOf(shape, Number(chunks)).events,
    );
    serialised.clear();
    serialised.set(path, blocks);
  }
  return blocks;
}

// Nobody is left to ask.
process.on('disconnect', () => process.exit());

const server = createServer(async (request, response) => {
  const blocks = blocksOf(request.url ?? '');
  request.resume();
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const block of blocks) {
    if (!response.write(block)) await new Promise((resolve) => response.once('drain', resolve));
  }
  response.end();
});
server.listen(0, '127.0.0.1', () => {
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  process.send?.(address.port);
});
