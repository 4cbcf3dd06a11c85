import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ViteUserConfig } from 'vitest/config';
import { lessonSource } from '../apps/playground/src/vite/lesson-source.ts';

const root = join(import.meta.dirname, '..');

/** Tests run on the sources: a package's subpath `./x` is its `src/x.ts`, prices are JSON beside `src`. */
const alias = [
  { find: /^@farebox\/(\w+)$/, replacement: join(root, 'packages/$1/src/index.ts') },
  {
    find: /^@farebox\/core\/prices\/([\w-]+\.json)$/,
    replacement: join(root, 'packages/core/prices/$1'),
  },
  { find: /^@farebox\/(\w+)\/(.+)$/, replacement: join(root, 'packages/$1/src/$2.ts') },
];

/**
 * One vitest project per workspace, named after its folder, and `repository` for our own scripts.
 *
 * @param suffix what the files to run end with: `test.ts` beside the sources, `proof.ts` for what takes long.
 * @param hangMs after this long a test or a hook counts as hanging. Far above what any takes: a slow machine fails nothing.
 */
export function vitestProjects(suffix: 'test.ts' | 'proof.ts', hangMs: number): ViteUserConfig {
  const workspaces = ['packages', 'apps'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => ({ name, root: join(root, group, name) })),
  );
  const limits = {
    testTimeout: hangMs,
    hookTimeout: hangMs,
    expect: { poll: { timeout: hangMs / 2 } },
  };
  return {
    resolve: { alias },
    test: {
      projects: [
        ...workspaces.map(({ name, root }) => ({
          extends: true as const,
          // The playground's pages are made of Markdown; nothing else has any.
          plugins: name === 'playground' ? [lessonSource()] : [],
          test: {
            name,
            root,
            ...limits,
            include: [`src/**/*.${suffix}`, `test/**/*.${suffix}`],
            // In a browser a proof mostly waits for what is on its way.
            ...(name === 'playground' &&
              suffix === 'proof.ts' && { maxWorkers: 2, sequence: { groupOrder: 1 } }),
          },
        })),
        {
          extends: true as const,
          test: {
            name: 'bench',
            root: join(root, 'bench'),
            ...limits,
            include: [`**/*.${suffix}`],
          },
        },
        {
          extends: true as const,
          test: { name: 'repository', ...limits, include: [`{scripts,examples}/**/*.${suffix}`] },
        },
      ],
    },
  };
}
