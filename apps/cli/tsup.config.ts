import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { defineConfig, type Options } from 'tsup';

/** Those that are loaded alone, and the one with all. */
const priceLists = [
  ...['all', 'anthropic', 'azure', 'deepseek', 'google', 'groq', 'local', 'mistral', 'openai'],
  ...['openrouter', 'together', 'xai'],
];

/**
 * What is large and seldom needed: a file each under `lib`, loaded where the sources say `await import(…)`. All
 * else is one file, because each file more costs a start as much as thirty kilobytes. By what the import says.
 */
const apart: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    priceLists.map((name) => [
      `@farebox/core/prices/${name}`,
      `../../packages/core/src/prices/${name}.ts`,
    ]),
  ),
  '@farebox/simulator': '../../packages/simulator/src/simulate.ts',
  '@farebox/simulator/fault-table': '../../packages/simulator/src/fault-table.ts',
  './play.js': 'src/commands/play.ts',
  './simulate.js': 'src/commands/simulate.ts',
  './fault-values.js': 'src/completion/fault-values.ts',
  './open-line-editor.js': 'src/io/open-line-editor.ts',
  '@farebox/cost/sqlite': '../../packages/cost/src/sqlite.ts',
  '@farebox/client/node': '../../packages/client/src/node.ts',
  '../terminal/markdown/highlight.js': 'src/terminal/markdown/highlight.ts',
  '../terminal/markdown/markdown-stream.js': 'src/terminal/markdown/markdown-stream.ts',
  zod: 'node_modules/zod/index.js',
};

/** Such as `core-prices-all`. */
const nameOf = (specifier: string) =>
  specifier
    .replace(/^@farebox\/|\.js$/g, '')
    .replace(/^[./]+/, '')
    .replaceAll('/', '-');

const filesApart = (isIn: (specifier: string) => boolean) =>
  Object.fromEntries(
    Object.entries(apart)
      .filter(([specifier]) => isIn(specifier))
      .map(([specifier, file]) => [nameOf(specifier), file]),
  );

/**
 * Takes built-in modules from the process in place of importing them: an import makes Node wrap each in a
 * module of its own, with all its exports, which is 12 ms of CPU at every start.
 */
const builtInsUnwrapped = {
  name: 'built-ins-unwrapped',
  renderChunk: (code: string) => ({
    code: code.replaceAll(
      /(?<=^|[;}\n])import(?: ?([\w$]+) from|\{([^{}]*)\}from)"(node:[\w/]+)"/g,
      (_, whole, names, name) =>
        `const ${whole ?? `{${names.replaceAll(' as ', ':')}}`}=process.getBuiltinModule("${name}")`,
    ),
  }),
};

const lib = 'dist/lib';

/**
 * Reads a vocabulary from a file of its bytes: as a literal in a program, its two million characters are 20 ms to
 * compile, each time that the simulator answers.
 */
const vocabularyBeside: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'vocabulary-beside',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]tokens[\\/]\w+\.json$/ }, async ({ path }) => {
      const { counts, bytes, numbers } = JSON.parse(await readFile(path, 'utf8'));
      const name = basename(path).replace('.json', '.bin');
      await mkdir(lib, { recursive: true });
      await writeFile(join(lib, name), `${bytes}${numbers}`, 'latin1');
      return {
        contents: `import { readFileSync } from 'node:fs';
          const text = readFileSync(new URL('./${name}', import.meta.url), 'latin1');
          export default {
            counts: ${JSON.stringify(counts)},
            bytes: text.slice(0, ${bytes.length}),
            numbers: text.slice(${bytes.length}),
          };`,
      };
    });
  },
};

const common: Options = {
  plugins: [builtInsUnwrapped],
  format: 'esm',
  target: 'node22',
  platform: 'node',
  dts: false,
  esbuildOptions: (options) => {
    // What is compiled at every start is as short as it can be: its names alone are 20 ms of CPU.
    options.minifyWhitespace = true;
    options.minifySyntax = true;
    options.minifyIdentifiers = true;
  },
  // `sqlite` without its `node:` is no built-in module.
  removeNodeProtocol: false,
  // Of lowlight only the common languages are bundled; from its package all 190 would be loaded, which takes 0.2 s.
  noExternal: [/^@farebox\//, 'commander', 'lowlight', 'marked', 'remend', 'zod'],
};

export default defineConfig([
  {
    ...common,
    // The entry answers --version alone, and loads the other for everything else.
    entry: { farebox: 'src/main.ts', ask: 'src/start-ask.ts', any: 'src/start-any.ts' },
    splitting: false,
    esbuildPlugins: [
      {
        name: 'apart',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^\.\/start-(ask|any)\.js$/ }, ({ path }) => ({
            path: path.replace('start-', ''),
            external: true,
          }));
          onResolve({ filter: /./ }, ({ path, kind }) =>
            kind === 'dynamic-import' && Object.hasOwn(apart, path)
              ? { path: `./lib/${nameOf(path)}.js`, external: true }
              : undefined,
          );
          // Commander loads it for commands that are programs of their own, which there are none of.
          onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
            /[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'left-out' } : undefined,
          );
          onLoad({ filter: /./, namespace: 'left-out' }, () => ({
            contents: 'export default {};',
          }));
        },
      },
    ],
  },
  {
    ...common,
    entry: filesApart((specifier) => specifier !== 'zod'),
    outDir: lib,
    splitting: true,
    esbuildPlugins: [vocabularyBeside],
  },
  // On its own: what the simulator needs of it is a third, and would come with all the rest.
  { ...common, entry: filesApart((specifier) => specifier === 'zod'), outDir: lib },
]);
