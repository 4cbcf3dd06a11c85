import { ControlFilter } from './control-filter.js';

/** The text on one line and without control characters: fit for a message, whoever wrote it. */
export function oneLine(text: string): string {
  return new ControlFilter().push(text).replace(/\s+/g, ' ').trim();
}
