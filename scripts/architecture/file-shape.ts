import type { SourceFile } from './source-file.ts';
import type { Violation } from './violation.ts';

const longest = 300;
const drawers = ['utils', 'util', 'types', 'helpers', 'helper', 'misc', 'common', 'shared'];

/** Files longer than 300 lines; recorded or authored data is not code and may be longer. */
export function fileLength(files: readonly SourceFile[]): Violation[] {
  return files
    .filter((file) => file.lines > longest && !/\/(fixtures|corpus|prices)\//.test(file.path))
    .map((file) => ({
      path: file.path,
      line: longest + 1,
      message: `has ${file.lines} lines, more than ${longest}: a god file appears where composition was not solved, so split it by concept`,
    }));
}

/** Files and folders named after no concept at all. */
export function fileNames(files: readonly SourceFile[]): Violation[] {
  return files.flatMap((file) =>
    file.path
      .split('/')
      .map((part) => part.replace(/\..*$/, ''))
      .filter((part) => drawers.includes(part))
      .map((part) => ({
        path: file.path,
        line: 1,
        message: `is kept under "${part}", a drawer that everything fits into: name the concept`,
      })),
  );
}
