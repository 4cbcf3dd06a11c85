import { join } from 'node:path';
import { command } from './command.ts';
import type { PublishedPackage } from './published-packages.ts';

/**
 * Packs a package as it would be published and returns the tarball's path.
 *
 * @throws {Error} with the packer's words when it cannot be packed.
 */
export async function pack(published: PublishedPackage, destination: string): Promise<string> {
  const tarball = join(destination, `${published.name.replace('@', '').replace('/', '-')}.tgz`);
  const { passed, output } = await command('pnpm', ['pack', '--out', tarball], published.folder);
  if (!passed) throw new Error(`${published.name} cannot be packed: ${output}`);
  return tarball;
}
