import type { FaultSetting } from './fault.js';
import type { FaultName } from './faults.js';
import { checkFault, type NamedFault } from './script.js';

/** The settings by their names in the header; a text may stand there without quotes, the others are JSON. */
const attributes: ReadonlyMap<
  string,
  { readonly setting: FaultSetting; readonly isText: boolean }
> = new Map([
  ['after-chunks', { setting: 'afterChunks', isText: false }],
  ['retry-after-ms', { setting: 'retryAfterMs', isText: false }],
  ['billed', { setting: 'billed', isText: false }],
  ['status', { setting: 'status', isText: false }],
  ['body', { setting: 'body', isText: true }],
  ['code', { setting: 'code', isText: true }],
  ['headers', { setting: 'headers', isText: false }],
  ['bytes', { setting: 'bytes', isText: false }],
  ['index', { setting: 'index', isText: false }],
  ['usage', { setting: 'usage', isText: false }],
  ['model', { setting: 'model', isText: true }],
  ['tier', { setting: 'tier', isText: true }],
]);

/**
 * The faults that the header `x-simulator-fault` asks for.
 *
 * Objects are JSON, in which commas and semicolons separate nothing.
 *
 * @example
 * parseFaultHeader('stall; after-chunks=3, no-usage')
 * // => [{ fault: 'stall', afterChunks: 3 }, { fault: 'no-usage' }]
 * parseFaultHeader('rate-limit; headers={"retry-after":"1"}')
 * // => [{ fault: 'rate-limit', headers: { 'retry-after': '1' } }]
 * @throws {TypeError} when a name, a setting or a value is none; the message has those that are.
 */
export function parseFaultHeader(header: string): readonly NamedFault[] {
  return partsOf(header, ',').map((item) => {
    const [name = '', ...given] = partsOf(item, ';');
    const settings = given.map((attribute) => settingOf(attribute, name));
    const fault = { fault: name as FaultName, ...Object.fromEntries(settings) };
    checkFault(fault);
    return fault;
  });
}

function settingOf(attribute: string, fault: string): [FaultSetting, unknown] {
  const [name = '', ...rest] = attribute.split('=');
  const known = attributes.get(name.trim());
  if (known === undefined || rest.length === 0) {
    const names = [...attributes.keys()].map((each) => `${each}=…`).join(', ');
    throw new TypeError(
      `The attribute '${attribute}' of the fault '${fault}' is none; write ${names}.`,
    );
  }
  const value = rest.join('=').trim();
  return [known.setting, known.isText && !value.startsWith('"') ? value : fromJson(value)];
}

/** What is no JSON is the text that it is, and has to be right as such. */
function fromJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** The parts of a text between separators; what is in quotes, braces or brackets stays together. */
function partsOf(text: string, separator: ',' | ';'): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:\\.|[^"\\])*"|[,;[\]{}]/g)) {
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
    if (token !== separator || depth > 0) continue;
    parts.push(text.slice(start, index).trim());
    start = index + 1;
  }
  return [...parts, text.slice(start).trim()];
}
