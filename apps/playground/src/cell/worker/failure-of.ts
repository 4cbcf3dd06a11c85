import type { Failure } from '../protocol.js';

/** What beginners reach for that a cell has not. */
const absent: readonly (readonly [RegExp, string])[] = [
  [
    /^(window|document|parent|top|localStorage|sessionStorage|alert) is not defined/,
    'A cell runs apart from the page: it has no document, no window and no storage.',
  ],
  [/^(Buffer|__dirname) is not defined/, 'A cell runs in the browser, not in Node.'],
];

/**
 * An error as the page tells it: its own `fix` if it has one, and the line of the cell it came from.
 *
 * @param codeUrl Where the cell's code was loaded from, as it stands in stacks.
 */
export function failureOf(thrown: unknown, codeUrl: string): Failure {
  try {
    return toldOf(thrown, codeUrl);
  } catch {
    return { name: 'Thrown', message: 'Something that cannot be looked at without throwing.' };
  }
}

function toldOf(thrown: unknown, codeUrl: string): Failure {
  if (!(thrown instanceof Error)) return { name: 'Thrown', message: String(thrown) };
  const { name, message } = thrown;
  const fix = fixOf(thrown);
  const line = lineOf(thrown.stack ?? '', codeUrl);
  return {
    name,
    message,
    ...(fix === undefined ? {} : { fix }),
    ...(line === undefined ? {} : { line }),
  };
}

function fixOf(error: Error): string | undefined {
  if ('fix' in error && typeof error.fix === 'string') return error.fix;
  return absent.find(([pattern]) => pattern.test(error.message))?.[1];
}

function lineOf(stack: string, codeUrl: string): number | undefined {
  const at = codeUrl === '' ? -1 : stack.indexOf(`${codeUrl}:`);
  if (at === -1) return undefined;
  const [digits] = /^\d+/.exec(stack.slice(at + codeUrl.length + 1)) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
