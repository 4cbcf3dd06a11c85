import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts', 'src/zod.ts'],
  format: 'esm',
  target: 'es2024',
  dts: false,
  clean: true,
});
