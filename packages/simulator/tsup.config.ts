import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts', 'src/node.ts', 'src/fault-table.ts', 'src/farebox-simulator.ts'],
  format: 'esm',
  target: 'es2024',
  dts: false,
  clean: true,
  // Written out, a letter of the tokenizer's vocabulary would take six characters.
  esbuildOptions: (options) => {
    options.charset = 'utf8';
  },
  // The price list goes in: what is published must not need another package's files at run time.
  noExternal: [/^@farebox\/core\/prices\//],
});
