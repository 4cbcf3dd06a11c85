import { defineConfig } from 'vitest/config';
import { vitestProjects } from './scripts/vitest-projects.ts';

/** What takes too long for `npm test`: seeds by the thousand, crash runs, packed packages. */
export default defineConfig(vitestProjects('proof.ts', 120_000));
