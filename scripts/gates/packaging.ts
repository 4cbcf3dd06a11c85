import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from './command.ts';
import type { Gate } from './gate.ts';
import { pack } from './pack.ts';
import { type PublishedPackage, publishedPackages } from './published-packages.ts';

/**
 * Every published package, packed, as npm and TypeScript will see it.
 *
 * Packages are ESM only, so resolutions from CommonJS and from Node 10 are not asked about.
 */
export const packaging: Gate = {
  name: 'packaging',
  async run() {
    const packages = publishedPackages();
    const folder = mkdtempSync(join(tmpdir(), 'farebox-pack-'));
    try {
      const found: string[] = [];
      for (const published of packages) found.push(...(await faultsOf(published, folder)));
      return {
        passed: found.length === 0,
        summary: `${packages.length} packages`,
        details: found.join('\n'),
      };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

async function faultsOf(published: PublishedPackage, folder: string): Promise<string[]> {
  const tarball = await pack(published, folder);
  const checks = [command('publint', ['run', tarball, '--strict'])];
  // A package that is a command has no types to be wrong.
  if (published.subpaths.length > 0)
    checks.push(command('attw', [tarball, '--profile', 'esm-only', '--format', 'ascii']));
  const results = await Promise.all(checks);
  return results
    .filter(({ passed }) => !passed)
    .map(({ output }) => `${published.name}: ${output.trim()}`);
}
