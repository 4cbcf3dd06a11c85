import { ControlFilter } from './control-filter.js';

/** What turns the direction of all text after it, and so could show an amount backwards. */
const directions = /[\u202a-\u202e\u2066-\u2069]/g;

/** Control characters, but for line feed and tab. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g;

/** The text without what overrides its direction. Right-to-left text needs none of it, and stays as it is. */
export function withoutDirections(text: string): string {
  return text.replace(directions, '');
}

/**
 * The text without single control characters, and nothing else: what a parser has made of `&#27;[31m` keeps its
 * letters, which are harmless without the escape in front.
 */
export function withoutControls(text: string): string {
  return withoutDirections(text).replace(controls, '');
}

/** One whole text without anything that could command a terminal: whole sequences are gone. */
export function printable(text: string): string {
  return withoutDirections(new ControlFilter().push(text));
}
