import { type Line, lineText } from './styled-line.js';

const letter = /[\p{L}\p{N}]/u;

/** The characters of lines one behind the other, without blanks: however they are wrapped. */
export function textOf(lines: readonly Line[]): string {
  return lines.map(lineText).join('').replace(/\s/g, '');
}

/** How much of `wanted` has the letters that both begin with; marks between them may differ. */
export function commonLetters(shown: string, wanted: string): number {
  const letters = shown.match(new RegExp(letter, 'gu')) ?? [];
  let count = 0;
  let end = 0;
  let at = 0;
  for (const character of wanted) {
    at += character.length;
    if (!letter.test(character)) continue;
    if (character !== letters[count]) break;
    count += 1;
    end = at;
  }
  return end;
}

/** What of the lines comes after so many characters that are no blanks. */
export function afterCharacters(lines: readonly Line[], count: number): readonly Line[] {
  let left = count;
  const rest: Line[] = [];
  for (const line of lines) {
    if (left === 0 && rest.length > 0) {
      rest.push(line);
      continue;
    }
    const spans = line.map(({ text, style }) => {
      let kept = '';
      for (const character of text) {
        if (left <= 0) kept += character;
        else if (!/\s/.test(character)) left -= character.length;
      }
      return { text: kept, style };
    });
    if (lineText(spans).trim() !== '') rest.push(spans);
  }
  return rest;
}
