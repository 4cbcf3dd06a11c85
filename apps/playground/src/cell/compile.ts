import { typescriptLanguage } from '@codemirror/lang-javascript';
import { transform } from 'sucrase';
import type { Failure } from './protocol.js';

/** The text of a module that a cell can run, or why there is none. */
export type Compiled = { readonly code: string } | { readonly failure: Failure };

/**
 * Turns TypeScript into a module whose default export runs it: `(require, exports, $result) => Promise`.
 *
 * Types are stripped, not checked. Imports become `require`, because a cell can load nothing. If the
 * last statement is an expression, its value is the result. Lines stay where they are.
 */
export function compileCell(source: string): Compiled {
  try {
    const { code } = transform(withResult(source), {
      transforms: ['typescript', 'imports'],
      disableESTransforms: true,
    });
    return { code: `export default async function (require, exports, $result) { ${code}\n}` };
  } catch (thrown) {
    return { failure: syntaxFailure(thrown) };
  }
}

function withResult(source: string): string {
  let last = typescriptLanguage.parser.parse(source).topNode.lastChild;
  while (last !== null && /Comment$/.test(last.name)) last = last.prevSibling;
  if (last?.name !== 'ExpressionStatement') return source;
  const expression = source.slice(last.from, last.to).replace(/;\s*$/, '');
  return `${source.slice(0, last.from)}$result((${expression}\n));${source.slice(last.to)}`;
}

/** sucrase writes `Error transforming …: Unexpected token (3:5)`. */
function syntaxFailure(thrown: unknown): Failure {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  const [, message = text, line] =
    /^(?:Error transforming [^:]*: )?(.*?)(?: \((\d+):\d+\))?$/s.exec(text) ?? [];
  return { name: 'SyntaxError', message, ...(line === undefined ? {} : { line: Number(line) }) };
}
