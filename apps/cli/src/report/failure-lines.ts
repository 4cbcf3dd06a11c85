import { isChatError } from '@farebox/core';
import { redact } from '@farebox/core/errors';
import { OutputError } from '../io/output-error.js';
import { oneLine } from '../terminal/one-line.js';
import { fixOfError } from './fix-of.js';

const unforeseen =
  'This should have been foreseen. Set FAREBOX_DEBUG=1, and report what is printed then.';

/**
 * What is printed for an error: what happened, and the fix. Never a stack, never a key.
 *
 * `FAREBOX_DEBUG=1` in the environment adds the stack, for a bug report.
 */
export function failureLines(
  error: unknown,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const secrets = [environment.OPENAI_API_KEY ?? ''];
  // Whoever pressed Ctrl-C knows what happened.
  if (isChatError(error) && error.kind === 'aborted' && error.code !== 'unread') {
    return 'farebox: interrupted\n';
  }
  const lines = isChatError(error)
    ? [`farebox: ${error.name}: ${oneLine(error.message)}`, `  fix: ${oneLine(fixOfError(error))}`]
    : [
        `farebox: ${oneLine(error instanceof Error ? error.message : String(error))}`,
        `  fix: ${error instanceof OutputError ? error.fix : unforeseen}`,
      ];
  if (environment.FAREBOX_DEBUG === '1' && error instanceof Error) {
    lines.push(...(error.stack ?? '').split('\n').map((line) => `  ${oneLine(line)}`));
  }
  return redact(`${lines.join('\n')}\n`, secrets);
}
