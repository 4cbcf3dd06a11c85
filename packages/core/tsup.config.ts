import { defineConfig } from 'tsup';

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/bound.ts',
    'src/errors.ts',
    'src/testing.ts',
    'src/prices/*.ts',
    '!src/prices/*.test.ts',
  ],
  format: 'esm',
  target: 'es2024',
  dts: false,
  clean: true,
});
