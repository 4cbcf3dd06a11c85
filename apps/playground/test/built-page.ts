import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type StaticSite, serveStatic } from './static-site.js';

const folder = join(import.meta.dirname, '../dist');

export interface BuiltPage extends StaticSite {
  readonly folder: string;
}

/** The page as users get it: built, and served from a static host. */
export async function openBuiltPage(): Promise<BuiltPage> {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`${folder} is missing: npm run proofs builds it.`);
  }
  return { ...(await serveStatic(folder)), folder };
}
