import { defineConfig } from 'tsup';

export default defineConfig({
  entry: { farebox: 'src/main.ts' },
  format: 'esm',
  target: 'node22',
  platform: 'node',
  dts: false,
  clean: true,
  // Written out, a letter of the tokenizer's vocabulary would take six characters.
  esbuildOptions: (options) => {
    options.charset = 'utf8';
  },
  splitting: true,
  // `sqlite` without its `node:` is no built-in module.
  removeNodeProtocol: false,
  // Of commander and zod one file each instead of a hundred; of lowlight only the common languages are bundled; from its package all 190 would be loaded, which takes 0.2 s.
  noExternal: [/^@farebox\//, 'lowlight', 'commander', 'zod'],
  esbuildPlugins: [
    {
      // Commander loads it for commands that are programs of their own, which there are none of: a tenth of a start.
      name: 'commander-without-child-processes',
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
          /[\\/]commander[\\/]/.test(importer)
            ? { path: 'child-process', namespace: 'left-out' }
            : undefined,
        );
        onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'export default {};' }));
      },
    },
  ],
});
