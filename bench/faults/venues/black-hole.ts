import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';

/** A port that neither takes nor refuses a connection. */
export interface BlackHole {
  readonly port: number;
  close(): Promise<void>;
}

/** More than the queue of one that Linux keeps for a listener with a backlog of one. */
const fillers = 4;

/**
 * Opens a black hole on this machine: a listener that never accepts, and whose queue is full, so that
 * Linux drops what would open another connection.
 */
export async function openBlackHole(): Promise<BlackHole> {
  const worker = new Worker(new URL('./full-listener.mjs', import.meta.url));
  const [port] = (await once(worker, 'message')) as [number];
  const sockets: Socket[] = Array.from({ length: fillers }, () => connect(port, '127.0.0.1'));
  for (const socket of sockets) socket.on('error', () => {});
  // Those that fit are connected at once; the others keep trying, and keep the queue full.
  await Promise.race(sockets.map((socket) => once(socket, 'connect')));
  return {
    port,
    async close() {
      for (const socket of sockets) socket.destroy();
      await worker.terminate();
    },
  };
}
