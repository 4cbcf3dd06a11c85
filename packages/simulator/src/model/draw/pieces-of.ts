const separators = [/\n+/, /;\s*/, /(?<=[.!?])\s+(?=\p{Lu})/u, /,?\s+and\s+|,\s+/i];
const maximumPieces = 40;

/**
 * The ways a text comes in pieces: by lines, semicolons, sentences, or the commas of a list.
 *
 * What stands before a colon introduces the list, and is no piece of it.
 */
export function piecesOf(text: string): string[][] {
  const colon = text.slice(0, 200).indexOf(': ');
  const list = colon < 0 ? text : text.slice(colon + 2);
  return separators.flatMap((separator) => {
    const pieces = list
      .split(separator, maximumPieces)
      .map((piece) => piece.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '').trim())
      .filter((piece) => piece !== '');
    return pieces.length > 1 ? [pieces] : [];
  });
}
