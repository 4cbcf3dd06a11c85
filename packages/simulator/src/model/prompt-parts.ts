/** The words of a prompt and the code it shows, apart. */
export interface PromptParts {
  /** What stands outside fences; all of it where nothing is fenced. */
  readonly prose: string;
  /** What stands inside fences; all of it where nothing is fenced. */
  readonly code: string;
  /** Whether any of it is code, fenced or bare. */
  readonly showsCode: boolean;
}

const fence = /```[^\n`]*\n?([\s\S]*?)(?:```|$)/g;
const bareCode =
  /\bdef\s+\w+\s*\(|\bfor\s+\w+\s+in\s+[^:\n]{1,100}:|\bprint\(|\[[^\]\n]{1,60}\bfor\s+\w+\s+in\b|^[ \t]*\w+[ \t]*[+-]?=[^=]/m;

/**
 * Parts a prompt at its fences.
 *
 * A fence that is never closed runs to the end, as people paste half of one.
 *
 * @example
 * partsOf('Why?\n```python\nx = 1\n```').code // => 'x = 1\n'
 */
export function partsOf(prompt: string): PromptParts {
  const blocks = Array.from(prompt.matchAll(fence), ([, block = '']) => block);
  if (blocks.length === 0) return { prose: prompt, code: prompt, showsCode: bareCode.test(prompt) };
  return { prose: prompt.replace(fence, '\n'), code: blocks.join('\n'), showsCode: true };
}
