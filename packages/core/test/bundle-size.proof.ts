import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..');

/** What a bundler makes of an import of everything a module has, minified. */
async function bundled(module: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export * from './${module}';`, resolveDir: root },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2024',
    logLevel: 'error',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

test('the whole root is at most 8 KB, compressed, and has no price list in it', async () => {
  const code = await bundled('dist/index.js');
  const bytes = gzipSync(code, { level: 9 }).length;
  console.log(`@farebox/core: ${bytes} bytes, compressed`);
  expect(bytes).toBeGreaterThan(4096);
  expect(bytes).toBeLessThanOrEqual(8192);
  expect(code).toContain('gpt-4o-mini');
  expect(code).not.toMatch(/gpt-4\.1|claude|checkedOn:"20/);
});

test('the price list of one provider brings no other along', async () => {
  const code = await bundled('dist/prices/groq.js');
  expect(code).toContain('llama-3.3-70b-versatile');
  expect(code).not.toMatch(/claude|gemini/);
  console.log(`all price lists: ${gzipSync(await bundled('dist/prices/all.js')).length} bytes`);
});

test('it depends on nothing', () => {
  expect(packageJson).not.toHaveProperty('dependencies');
  expect(packageJson).not.toHaveProperty('peerDependencies');
  expect(packageJson).not.toHaveProperty('optionalDependencies');
});
