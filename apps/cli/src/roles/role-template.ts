/** `{{name}}`, `{{name=default}}`; a backslash before it takes its meaning away. */
const placeholder = /(\\)?\{\{\s*([A-Za-z][\w-]*)\s*(?:=([^{}]*))?\}\}/g;

/** Where the question goes; never given with `-p`. */
export const inputName = 'input';

/** A place in a text that is filled when the role is used. */
export interface TemplateVariable {
  readonly name: string;
  /** What stands there unless another value is given; of the first place that says so. */
  readonly fallback: string | undefined;
}

/**
 * The variables of a text, each once, in the order in which they stand there.
 *
 * @example
 * variablesIn('Write {{lines=2}} lines about {{topic}}.');
 * // => [{ name: 'lines', fallback: '2' }, { name: 'topic', fallback: undefined }]
 */
export function variablesIn(text: string): readonly TemplateVariable[] {
  const found = new Map<string, TemplateVariable>();
  for (const [, backslash, name = '', fallback] of text.matchAll(placeholder)) {
    if (backslash !== undefined) continue;
    const before = found.get(name);
    if (before?.fallback === undefined) {
      found.set(name, { name, fallback: fallback?.trim() ?? before?.fallback });
    }
  }
  return [...found.values()];
}

/** The text with its variables filled. What is filled in is not looked at again. */
export function filled(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(placeholder, (whole, backslash: string | undefined, name: string) => {
    if (backslash !== undefined) return whole.slice(1);
    return values.get(name) ?? whole;
  });
}
