/** The longest result of a tool, in characters: about 25,000 tokens of English. */
export const longestResult = 100_000;

/** What the model is given of a result, or why it cannot be given. */
export type ResultText = { readonly text: string } | { readonly problem: string };

/**
 * The result of a tool as text: a string as it is, anything else as JSON; nothing (`undefined`) is `null`.
 *
 * Cut at 100,000 characters, and the model is told so: what is larger belongs into pages that the tool is asked for.
 */
export function resultText(result: unknown): ResultText {
  if (typeof result === 'string') return { text: shortened(result.toWellFormed()) };
  try {
    const json: string | undefined = JSON.stringify(result ?? null);
    if (json !== undefined) return { text: shortened(json) };
  } catch {
    // A BigInt, a cycle, or a `toJSON` that throws; what it says may be a secret.
  }
  return { problem: 'The tool ran, but its result cannot be written as JSON.' };
}

function shortened(text: string): string {
  if (text.length <= longestResult) return text;
  // Not through the middle of an emoji.
  const cut = text.slice(0, longestResult).replace(/[\ud800-\udbff]$/, '');
  return `${cut}\n[cut: the first ${longestResult} of ${text.length} characters]`;
}
