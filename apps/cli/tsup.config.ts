import { defineConfig } from 'tsup';

export default defineConfig({
  entry: { farebox: 'src/main.ts' },
  format: 'esm',
  target: 'node22',
  platform: 'node',
  dts: false,
  clean: true,
  splitting: true,
  // `sqlite` without its `node:` is no built-in module.
  removeNodeProtocol: false,
  // Of lowlight only the common languages are bundled; from its package all 190 would be loaded, which takes 0.2 s.
  noExternal: [/^@farebox\//, 'lowlight'],
});
