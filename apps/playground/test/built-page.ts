import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type StaticSite, serveStatic } from './static-site.js';

const app = join(import.meta.dirname, '..');

export interface BuiltPage extends StaticSite {
  readonly folder: string;
}

/**
 * The page as users get it: built, and served from a static host.
 *
 * Built in a process of its own, because a test's NODE_ENV would give it React's development build.
 */
export async function openBuiltPage(): Promise<BuiltPage> {
  const folder = mkdtempSync(join(tmpdir(), 'farebox-playground-'));
  const vite = join(app, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'];
  const env = { ...process.env, NODE_ENV: 'production' };
  const remove = () => rmSync(folder, { recursive: true });
  try {
    await promisify(execFile)(process.execPath, args, { cwd: app, env });
  } catch (error) {
    remove();
    throw error;
  }
  const site = await serveStatic(folder);
  return { ...site, folder, close: () => site.close().then(remove) };
}
