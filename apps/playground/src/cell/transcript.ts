import type { CellState } from './output.js';
import { writeShown } from './shown-value.js';

/**
 * What a run of a cell came to, as lessons write it: its lines, then `→ result`, or the error and its fix.
 *
 * @example
 * transcriptOf({ phase: 'done', lines: [{ level: 'log', text: 'Hi' }], result: '2' }) // => 'Hi\n→ 2'
 */
export function transcriptOf({ lines, result, failure, why }: CellState): string {
  const said = lines.map(({ text }) => text);
  if (result !== undefined) said.push(`→ ${writeShown(result)}`);
  if (failure !== undefined) {
    said.push(`${failure.name}: ${failure.message}`);
    if (failure.fix !== undefined) said.push(`Fix: ${failure.fix}`);
  }
  if (why !== undefined) said.push(why);
  return said.join('\n');
}

/**
 * Whether a transcript is what a lesson says it is.
 *
 * `…` stands for anything within a line, and alone on a line for any lines. Space at the ends of lines does not count.
 */
export function matchesTranscript(expected: string, transcript: string): boolean {
  const pattern = trimmed(expected)
    .split('\n')
    .map((line) => (line === '…' ? '.*' : line.split('…').map(literal).join('[^\\n]*')))
    .join('\\n');
  return new RegExp(`^${pattern}$`, 's').test(trimmed(transcript));
}

function literal(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}

function trimmed(text: string): string {
  return text.replace(/[ \t]+$/gm, '').trimEnd();
}
