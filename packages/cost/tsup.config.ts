import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts', 'src/conformance.ts', 'src/postgres.ts', 'src/sqlite.ts'],
  format: 'esm',
  target: 'es2024',
  dts: false,
  clean: true,
  // `sqlite` without its `node:` is no built-in module.
  removeNodeProtocol: false,
});
