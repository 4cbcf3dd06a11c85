import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { fakeIo } from '../src/fixtures/fake-io.js';
import { manPage } from '../src/manual/man-page.js';

it('the page that is published is that of these sources, and man finds it', async () => {
  const page = readFileSync(join(import.meta.dirname, '..', manifest.man), 'utf8');
  expect(page).toBe(await manPage(manifest.version, fakeIo()));
  expect(manifest.files).toContain('dist');
});
