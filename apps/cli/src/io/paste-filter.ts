import { toEditedLine } from './line-marks.js';

const pasteStart = '\u001b[200~';
const pasteEnd = '\u001b[201~';
const altEnter = ['\u001b\r', '\u001b\n'];

/**
 * What a terminal sends, made fit for an editor of one line: a paste comes in marks (bracketed paste), and its line ends
 * must not send the line; nor does Alt-Enter.
 *
 * Marks are found wherever the input is cut. An escape at the end of a piece is kept until more comes: it may be the
 * beginning of one.
 */
export class PasteFilter {
  #held = '';
  #pasted: string | undefined;

  push(input: string): string {
    let rest = this.#held + input;
    this.#held = '';
    let shown = '';
    while (rest !== '') {
      const mark = this.#pasted === undefined ? pasteStart : pasteEnd;
      const at = rest.indexOf(mark);
      const before =
        at === -1 ? rest.slice(0, rest.length - heldBack(rest, mark)) : rest.slice(0, at);
      if (this.#pasted === undefined) shown += withoutAltEnter(before);
      else this.#pasted += before;
      if (at === -1) {
        this.#held = rest.slice(before.length);
        break;
      }
      if (this.#pasted !== undefined) shown += toEditedLine(this.#pasted);
      this.#pasted = this.#pasted === undefined ? '' : undefined;
      rest = rest.slice(at + mark.length);
    }
    return shown;
  }
}

/** How much of the end of a text can be the beginning of the mark. */
function heldBack(text: string, mark: string): number {
  for (let length = Math.min(mark.length - 1, text.length); length > 0; length--) {
    if (text.endsWith(mark.slice(0, length))) return length;
  }
  return 0;
}

function withoutAltEnter(text: string): string {
  return altEnter.reduce((line, keys) => line.replaceAll(keys, toEditedLine('\n')), text);
}
