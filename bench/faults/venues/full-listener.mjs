// Listens, and then never accepts: its thread sleeps. The kernel answers until the short queue is full.
import { createServer } from 'node:net';
import { parentPort } from 'node:worker_threads';

const server = createServer();
server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
  parentPort?.postMessage(/** @type {import('node:net').AddressInfo} */ (server.address()).port);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});
