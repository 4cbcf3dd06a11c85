import { printable } from './printable.js';

/** The text on one line and without control characters: fit for a message, whoever wrote it. */
export function oneLine(text: string): string {
  return printable(text).replace(/\s+/g, ' ').trim();
}
