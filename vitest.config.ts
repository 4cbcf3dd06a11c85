import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const workspaces = ['packages', 'apps'].flatMap((group) =>
  readdirSync(path(group)).map((name) => ({ name, root: path(`${group}/${name}`) })),
);

/** Tests run on the sources: a package's subpath `./x` is its `src/x.ts`, prices are JSON beside `src`. */
const alias = [
  { find: /^@farebox\/(\w+)$/, replacement: path('packages/$1/src/index.ts') },
  { find: /^@farebox\/core\/prices\/(\w+\.json)$/, replacement: path('packages/core/prices/$1') },
  { find: /^@farebox\/(\w+)\/(.+)$/, replacement: path('packages/$1/src/$2.ts') },
];

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      ...workspaces.map(({ name, root }) => ({
        extends: true as const,
        test: { name, root, include: ['src/**/*.test.ts', 'test/**/*.test.ts'] },
      })),
      { extends: true as const, test: { name: 'repository', include: ['scripts/**/*.test.ts'] } },
    ],
  },
});
