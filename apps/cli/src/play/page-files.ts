import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ChatError } from '@farebox/core';
import { withFrameRules } from './document-policy.js';

/** A file of the built page, with the headers that it is served with. */
export interface PageFile {
  readonly bytes: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** The built page, by path: `/index.html`, and `/` for it. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/**
 * Reads the page into memory: a server that looks up names in a list cannot be led out of a folder.
 *
 * @throws {ChatError} `configuration` where it is not there, as in a source tree that was not built.
 */
export function readPage(folder: URL): PageFiles {
  const files = new Map<string, PageFile>();
  for (const name of namesIn(folder)) {
    files.set(`/${name}`, pageFile(name, readFileSync(new URL(name, folder))));
  }
  const index = files.get('/index.html');
  if (index === undefined) throw notBuilt();
  return files.set('/', index);
}

/** A file as it is served; a document's own policy is its header, too. */
export function pageFile(name: string, bytes: Uint8Array): PageFile {
  const type = types[extname(name)] ?? 'application/octet-stream';
  const isDocument = type.startsWith('text/html');
  return {
    bytes,
    headers: {
      'content-type': type,
      ...(isDocument && {
        'content-security-policy': withFrameRules(name, new TextDecoder().decode(bytes)),
      }),
    },
  };
}

/** Relative to the folder, with `/` between their parts. */
function namesIn(folder: URL): readonly string[] {
  const root = fileURLToPath(folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)).replaceAll('\\', '/'));
}

function notBuilt(): ChatError {
  return new ChatError({
    kind: 'configuration',
    code: 'no-page',
    message: 'The page of farebox play is not in this installation.',
    fix: 'Install farebox again; in its source tree, build it: npm start -- play.',
  });
}
