import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy that asks everyone for a password. */
export async function refusingProxy(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const refusal =
    'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="office"\r\n';
  const server = createServer((_, response) => {
    response.writeHead(407, { 'proxy-authenticate': 'Basic realm="office"' });
    response.end();
  });
  server.on('connect', (_, socket) => {
    socket.on('error', () => {});
    socket.end(`${refusal}Content-Length: 0\r\n\r\n`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
