import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { bundledSource } from './src/vite/bundled-source.js';
import { lessonSource } from './src/vite/lesson-source.js';
import { pagePolicy } from './src/vite/page-policy.js';

const inRoot = (name: string) => join(import.meta.dirname, name);

export default defineConfig({
  root: import.meta.dirname,
  // Relative, so that the built page works from any static host and sub-path.
  base: './',
  plugins: [pagePolicy(), bundledSource(), lessonSource(), react()],
  clearScreen: false,
  server: { host: '127.0.0.1' },
  build: {
    target: 'es2024',
    // A `data:` address would need a hole in the policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ['index.html', 'live.html'].map(inRoot) },
    // The tokenizer's ranks are a megabyte; they load when the first question is asked.
    chunkSizeWarningLimit: 3000,
  },
});
