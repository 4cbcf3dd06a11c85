import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What a run was made with. */
export interface MadeWith {
  readonly node: string;
  /** By package. */
  readonly versions: Readonly<Record<string, string>>;
  /** As YYYY-MM-DD. */
  readonly date: string;
}

const packages = ['openai', 'ai', '@ai-sdk/openai-compatible', 'undici'];

export function madeWith(now: Date): MadeWith {
  const versions = packages.map((name) => [name, versionOf(name)] as const);
  return {
    node: process.versions.node,
    versions: Object.fromEntries(versions),
    date: now.toISOString().slice(0, 10),
  };
}

function versionOf(name: string): string {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  for (const folder of folders) {
    const text = textOf(`${folder}/${name}/package.json`);
    if (text !== undefined) return (JSON.parse(text) as { version: string }).version;
  }
  throw new Error(`${name} is not installed.`);
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
