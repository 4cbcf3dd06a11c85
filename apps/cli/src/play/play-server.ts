import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { rejectionReply } from './error-reply.js';
import { guard } from './guard.js';
import type { PageFiles } from './page-files.js';
import type { PlayToken } from './play-token.js';
import type { Relay } from './relay.js';
import { safeHeaders } from './safe-headers.js';
import { sendReply } from './send-reply.js';

export interface PlayServerOptions {
  readonly page: PageFiles;
  /** 0: any free one. */
  readonly port: number;
  readonly token: PlayToken;
  /** Without one, no call is let in. */
  readonly relay: Relay | undefined;
}

export interface PlayServer {
  readonly port: number;
  /** Takes no more requests, waits until the calls under way are settled, and ends every connection. */
  close(): Promise<void>;
}

/**
 * Serves the page, and its calls, on 127.0.0.1.
 *
 * @throws the system's error when the port cannot be had.
 */
export async function startPlayServer(options: PlayServerOptions): Promise<PlayServer> {
  const { page, relay } = options;
  const token = relay === undefined ? undefined : options.token;
  const calls = new Set<Promise<void>>();
  const turnedAway = new WeakSet<Socket>();
  let port = options.port;

  const answer = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    // Whoever sent one bad request gets no second one in over the same connection.
    if (turnedAway.has(incoming.socket)) return;
    const admitted = guard(incoming, port, token);
    if ('status' in admitted) {
      turnedAway.add(incoming.socket);
      return sendReply(outgoing, rejectionReply(admitted.status, admitted.message));
    }
    if (admitted.to === 'page') return sendFile(page, admitted.path, incoming, outgoing);
    if (relay === undefined) return;
    const call = relay(incoming, outgoing).finally(() => calls.delete(call));
    calls.add(call);
  };

  const limits = {
    // A missing Host is turned away with all others that are wrong.
    requireHostHeader: false,
    headersTimeout: 10_000,
    requestTimeout: 60_000,
    connectionsCheckingInterval: 1_000,
  };
  const server = createServer(limits, answer);
  server.on('checkContinue', answer).on('checkExpectation', answer);
  server.maxConnections = 256;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
  ({ port } = server.address() as AddressInfo);
  return {
    port,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      while (calls.size > 0) await Promise.all(calls);
      server.closeAllConnections();
      await closed;
    },
  };
}

function sendFile(
  page: PageFiles,
  path: string,
  { method }: IncomingMessage,
  outgoing: ServerResponse,
): void {
  const file = page.get(path);
  if (file === undefined) {
    sendReply(outgoing, rejectionReply(404, 'There is no such file.'));
    return;
  }
  const length = String(file.bytes.length);
  outgoing.writeHead(200, { ...safeHeaders, ...file.headers, 'content-length': length });
  outgoing.end(method === 'HEAD' ? undefined : file.bytes);
}
