import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyExampleFolder, writeExample } from './example-folder.ts';
import { fencesOf } from './fence.ts';
import { runExample } from './run-example.ts';

const compiler = join(import.meta.dirname, '../../node_modules/.bin/tsc');

/** Where examples are: READMEs, and the lessons of the playground. */
const markdown = [
  'README.md',
  '{packages,apps}/*/README.md',
  'apps/playground/src/lessons/content/*.md',
];

/** What came of the examples in a repository's READMEs and lessons. */
export interface FenceReport {
  readonly typeChecked: number;
  readonly ran: number;
  /** One entry per example that is wrong, beginning with its README and line. */
  readonly failures: readonly string[];
}

/**
 * Type-checks every TypeScript example of every README and lesson below `root`, and runs those of READMEs that need no key.
 *
 * The packages must have been built: examples meet what a user would install.
 */
export async function checkFences(root: string): Promise<FenceReport> {
  const failures: string[] = [];
  const texts = globSync(markdown, { cwd: root }).sort();
  const fences = texts.flatMap((path) =>
    orFailure(() => fencesOf(path, readFileSync(join(root, path), 'utf8')), failures, []),
  );
  const folder = join(root, '.fences');
  emptyExampleFolder(root, folder);
  const examples = fences.flatMap((fence) =>
    orFailure(() => [writeExample(folder, fence)], failures, []),
  );
  if (examples.length > 0) failures.push(...typeErrors(folder));
  let ran = 0;
  for (const { fence, module } of examples) {
    if (module === undefined) continue;
    ran++;
    const failure = await runExample(module);
    if (failure === undefined) continue;
    const hasPlace = failure.startsWith(`${fence.path}:`);
    failures.push(hasPlace ? failure : `${fence.path}:${fence.line}  ${failure}`);
  }
  return { typeChecked: fences.length, ran, failures };
}

/** One README or example that is malformed hides none of the others. */
function orFailure<T>(read: () => T, failures: string[], otherwise: T): T {
  try {
    return read();
  } catch (error) {
    failures.push(error instanceof Error ? error.message : String(error));
    return otherwise;
  }
}

function typeErrors(folder: string): string[] {
  const { status, stdout } = spawnSync(compiler, ['-p', folder, '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status === 0) return [];
  // `packages.core.README.12.mts(14,7): error …` is line 14 of packages/core/README.md.
  const found = stdout
    .trim()
    .replaceAll(
      /^(.+)\.\d+\.mts\((\d+),\d+\): /gm,
      (_, name: string, line: string) => `${name.replaceAll('.', '/')}.md:${line}  `,
    );
  return found.split(/\n(?! )/);
}
