import { ControlFilter } from './control-filter.js';

/** What turns the direction of all text after it, and so could show an amount backwards. */
const directions = /[\u202a-\u202e\u2066-\u2069]/g;

/** The text on one line and without control characters: fit for a message, whoever wrote it. */
export function oneLine(text: string): string {
  return new ControlFilter().push(text).replace(directions, '').replace(/\s+/g, ' ').trim();
}
