import { JsonReader } from './json-reader.js';

/**
 * The JSON objects of a text, in order, whatever stands around them: prose, code fences, braces that are no JSON.
 *
 * An object inside another one is never taken for an answer: where the outer one is broken it is passed over whole, and
 * where it was cut off, so is the rest of the text.
 */
export function jsonObjectsIn(text: string): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at)) {
    const reader = new JsonReader();
    const end = reader.push(text, at);
    if (reader.state === 'open') break;
    if (reader.state === 'done') {
      found.push(reader.value() ?? {});
      at = end;
    } else at = reader.hasKey ? afterBraces(text, at) : at + 1;
  }
  return found;
}

/** After the brace that closes the one at an offset, those in double quotes not counted; or after the text. */
function afterBraces(text: string, from: number): number {
  let depth = 0;
  const marks = /"(?:[^"\\]|\\.)*"|[{}]/gs;
  marks.lastIndex = from;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    if (mark[0] === '{') depth++;
    if (mark[0] === '}' && --depth === 0) return marks.lastIndex;
  }
  return text.length;
}
