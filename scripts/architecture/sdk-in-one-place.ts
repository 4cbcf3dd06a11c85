import { importsOf, packageOf } from './imports.ts';
import type { SourceFile } from './source-file.ts';
import type { Violation } from './violation.ts';

/** The simulator's tests hold it against the real thing; what it ships never names the SDK. */
const simulatorTests = /^packages\/simulator\/(test\/|.*\.(test|proof)\.ts$)/;

/** Imports of the official SDK outside its adapter. */
export function sdkInOnePlace(files: readonly SourceFile[]): Violation[] {
  return files
    .filter((file) => /^(packages|apps)\//.test(file.path))
    .filter((file) => !/^packages\/client\/src\/openai(\/|[.-])/.test(file.path))
    .filter((file) => !simulatorTests.test(file.path))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ specifier }) => packageOf(specifier) === 'openai')
        .map(({ line }) => ({
          path: file.path,
          line,
          message:
            'imports "openai" outside packages/client/src/openai: the SDK is an optional peer that takes 250 ms to load, so only its adapter may name it',
        })),
    );
}
