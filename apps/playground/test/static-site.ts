import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/** Where the page lies on its host: never at the root, so that an absolute address would be noticed. */
const subPath = '/some/where/';

export interface StaticSite {
  readonly origin: string;
  readonly url: string;
  /** Every file that was asked for, below the sub-path or not. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Serves a folder on loopback, as the dullest of static hosts would. */
export async function serveStatic(folder: string): Promise<StaticSite> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    asked.push(pathname);
    const path = normalize(pathname.replace(subPath, '/')).replace(/\/$/, '/index.html');
    try {
      if (!pathname.startsWith(subPath)) throw new Error('It is not below the sub-path.');
      const body = readFileSync(join(folder, path));
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    url: origin + subPath,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
