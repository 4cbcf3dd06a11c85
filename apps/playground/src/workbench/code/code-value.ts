import { codeText } from './code-text.js';

/** Longer ones are written over several lines. */
const widthOfALine = 60;

/** A value of JSON as a TypeScript literal, as a person would write it: names without quotes, short things on one line. */
export function codeValue(value: unknown, indent = ''): string {
  if (typeof value === 'string') return codeText(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const inner = `${indent}  `;
  const parts = isList
    ? value.map((item) => codeValue(item, inner))
    : Object.entries(value).map(([name, item]) => `${codeName(name)}: ${codeValue(item, inner)}`);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (parts.length === 0) return open + close;
  const line = isList ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`;
  if (line.length <= widthOfALine && !line.includes('\n')) return line;
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join('')}${indent}${close}`;
}

/** In an object literal a plain `__proto__` is no property: it sets the prototype. */
function codeName(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  if (/^[A-Za-z_$][\w$]*$/.test(name)) return name;
  // A template is no name.
  const quoted = codeText(name);
  return quoted.startsWith('`') ? `[${quoted}]` : quoted;
}
