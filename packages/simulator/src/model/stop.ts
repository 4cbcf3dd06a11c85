import type { Piece } from '../tokens/pieces.js';

/** Where the first stop sequence begins in all the text so far, once there is a whole one. */
export type StopWatcher = (text: string) => number | undefined;

/**
 * Finds stop sequences in text that comes bit by bit, across the borders of its tokens.
 *
 * The first to be complete counts; of several that are complete at once, the one that begins first.
 */
export function stopWatcher(stops: readonly string[]): StopWatcher {
  const longest = Math.max(0, ...stops.map(({ length }) => length));
  let seen = '';
  let forgotten = 0;
  return (text) => {
    if (longest === 0) return undefined;
    seen += text;
    const starts = stops
      .filter((stop) => stop !== '')
      .map((stop) => seen.indexOf(stop))
      .filter((start) => start >= 0);
    if (starts.length > 0) return forgotten + Math.min(...starts);
    const kept = seen.slice(Math.max(0, seen.length - longest + 1));
    forgotten += seen.length - kept.length;
    seen = kept;
    return undefined;
  };
}

/** The pieces before a place in their text; one that it divides keeps its first part. */
export function piecesBefore(pieces: readonly Piece[], end: number): Piece[] {
  const kept: Piece[] = [];
  let start = 0;
  for (const piece of pieces) {
    if (start >= end) break;
    kept.push({ ...piece, text: piece.text.slice(0, end - start) });
    start += piece.text.length;
  }
  return kept;
}
