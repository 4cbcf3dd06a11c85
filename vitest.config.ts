import { defineConfig } from 'vitest/config';
import { vitestProjects } from './scripts/vitest-projects.ts';

export default defineConfig(vitestProjects('test.ts', 60_000));
