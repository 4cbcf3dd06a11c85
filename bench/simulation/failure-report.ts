import type { SeedRun } from './run-seed.ts';

/**
 * What is printed of a seed that broke something: what, how it came to it, and how to see it again.
 *
 * @param lines how much of the end of its trace.
 */
export function failureReport({ seed, hash, broken, world }: SeedRun, lines = 40): string {
  return [
    `Seed ${seed} broke what must hold:`,
    ...broken.map((sentence) => `  ${sentence}`),
    `What happened at the end (milliseconds first; the whole of it hashes to ${hash}):`,
    ...world.trace.tail(lines).map((line) => `  ${line}`),
    `Replay it, with all that happened: ${replayCommand(seed)}`,
  ].join('\n');
}

function replayCommand(seed: number): string {
  return `FAREBOX_SEED=${seed} npm run proofs -- simulation`;
}
