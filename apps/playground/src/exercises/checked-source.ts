import type { Compiled } from '../cell/compile.js';

/** What a cell imports to have an answer checked; it is on no list of what can be imported. */
export const checksModule = 'farebox:checks';

/**
 * A cell of the reader's code, with one line behind it: the checks of whatever stands there under the exercise's name.
 *
 * Mistakes in the code are told of the code alone, with its own lines.
 */
export function compileChecked(
  name: string,
  compile: (source: string) => Compiled,
): (source: string) => Compiled {
  return (source) => {
    const alone = compile(source);
    if ('failure' in alone) return alone;
    const answer = `typeof ${name} === 'undefined' ? undefined : ${name}`;
    return compile(
      `${source}\n;import { checkAnswer as $checkAnswer } from '${checksModule}';\n$checkAnswer('${name}', ${answer});`,
    );
  };
}
