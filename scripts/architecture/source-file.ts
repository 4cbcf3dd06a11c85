import { type Program, parseSync } from 'oxc-parser';

/** One parsed file of the repository; rules look at its syntax tree, never at its text. */
export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  readonly lines: number;
  readonly isTest: boolean;
  readonly isConfig: boolean;
  readonly program: Program;
  /** The line of an offset, from 1. */
  lineOf(offset: number): number;
}

/**
 * Parses one file.
 *
 * Tests, proofs and fixtures count as tests: they never ship.
 * @throws {Error} when the file does not parse, with the parser's own words.
 */
export function parseSourceFile(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path}: ${error.message}`);
  const lineEnds = [...text.matchAll(/\n/g)].map((match) => match.index);
  return {
    path,
    program,
    lines: lineEnds.length + (text.endsWith('\n') ? 0 : 1),
    isTest: /\.(test|proof)\.tsx?$|\/(test|fixtures)\//.test(path),
    isConfig: /\.config\.ts$/.test(path),
    lineOf: (offset) => lineEnds.filter((end) => end < offset).length + 1,
  };
}
