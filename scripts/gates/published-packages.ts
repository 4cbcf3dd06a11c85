import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './command.ts';

/** A workspace that goes to npm. */
export interface PublishedPackage {
  readonly name: string;
  readonly folder: string;
  /** What a user may import; empty for a package that is a command only. */
  readonly subpaths: readonly string[];
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: readonly string[];
}

/** Every workspace that is not marked private, sorted by name. */
export function publishedPackages(): readonly PublishedPackage[] {
  return globSync('{packages,apps}/*/package.json', { cwd: root })
    .map((path) => ({ path, manifest: JSON.parse(readFileSync(join(root, path), 'utf8')) }))
    .filter(({ manifest }) => manifest.private !== true)
    .map(({ path, manifest }) => ({
      name: manifest.name,
      folder: join(root, dirname(path)),
      subpaths: Object.keys(manifest.exports ?? {}),
      bin: manifest.bin ?? {},
      dependencies: Object.keys(manifest.dependencies ?? {}),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
