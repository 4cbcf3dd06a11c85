import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ForwardProxy {
  readonly address: string;
  /** The addresses that were asked for, and the credentials that came with them. */
  readonly asked: readonly { readonly url: string; readonly credentials: string | undefined }[];
  close(): Promise<void>;
}

/** An HTTP proxy that leads every address to one server; with `refuses`, it wants a password that nobody has. */
export async function forwardProxy(
  target: string,
  { refuses = false } = {},
): Promise<ForwardProxy> {
  const asked: { url: string; credentials: string | undefined }[] = [];
  const server = createServer((incoming, outgoing) => {
    const { url = '', method, headers } = incoming;
    asked.push({ url, credentials: headers['proxy-authorization'] });
    if (refuses) {
      outgoing.writeHead(407, { 'proxy-authenticate': 'Basic realm="office"' }).end();
      return;
    }
    const to = new URL(target);
    const path = new URL(url).pathname;
    const onward = httpRequest(
      { host: to.hostname, port: to.port, method, path, headers: { ...headers, host: to.host } },
      (reply) => {
        outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
