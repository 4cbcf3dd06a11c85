import type { Segment } from '../../text/template.js';
import { inWords, valueInWords } from './in-words.js';
import { parsed, type ToolResult, type ToolResults } from './tool-results.js';

/**
 * What tools have answered, in words; `undefined` where none has.
 *
 * An error is told as an error. What a tool said is never a template: its brackets stay brackets.
 */
export function resultsAnswer({ calls }: ToolResults): Segment[] | undefined {
  const [only, ...others] = calls;
  if (only === undefined) return undefined;
  if (others.length === 0) return [...said(only), closing];
  const lines = calls.flatMap((call): Segment[] => [['\n- '], ...line(call)]);
  return [
    ['Here is what I found', 'This is what I got', 'I have looked it all up'],
    [':'],
    ...lines,
    ['\n\n'],
    closing,
  ];
}

const closing: Segment = [
  'Is there anything else you would like to know?',
  'Let me know if you need more.',
  'Ask away if you want more detail.',
  'Anything else I can look into?',
];

function said(call: ToolResult): Segment[] {
  const problem = problemIn(call.text);
  if (problem !== undefined) return [...failed(call, problem), [' ']];
  const opening: Segment[] = [
    ['Here is what I found', 'This is what I got', 'Here is the answer', 'I looked it up'],
    [`${subject(call)}: `],
  ];
  return [...opening, [sentence(inWords(call.text))], [' ']];
}

function line(call: ToolResult): Segment[] {
  const problem = problemIn(call.text);
  if (problem !== undefined) return failed(call, problem);
  return [[`${heading(call)}: ${sentence(inWords(call.text))}`]];
}

function failed(call: ToolResult, problem: string): Segment[] {
  return [
    ['Sorry, ', 'Unfortunately, ', 'I am afraid that '],
    [`\`${call.name}\``],
    [' did not work', ' failed', ' ended with an error'],
    [`${subject(call)}: ${sentence(problem)}`],
  ];
}

/** What went wrong, if the result says so: an error of its own or a text that begins as one. */
function problemIn(text: string): string | undefined {
  const value = parsed(text);
  if (typeof value === 'object' && value !== null && 'error' in value && value.error) {
    const { error } = value;
    const message =
      typeof error === 'object' && 'message' in error ? String(error.message) : undefined;
    return message ?? valueInWords(error);
  }
  const begins = /^\s*(?:\w*error|exception|traceback|failed|failure)\b[:\s-]*/i;
  const said = typeof value === 'string' ? value : text;
  return begins.test(said) ? said.replace(/^\s*error:\s*/i, '').trim() : undefined;
}

/** " for Paris": the values a call was made with, where they are few and short. */
function subject({ sent }: ToolResult): string {
  const values = valuesOf(sent);
  return values === '' ? '' : ` for ${values}`;
}

function heading(call: ToolResult): string {
  const values = valuesOf(call.sent);
  const name = call.name.replace(/[_-]+/g, ' ');
  return values === '' ? name : `${name} (${values})`;
}

function valuesOf(sent: string): string {
  const value = parsed(sent);
  if (typeof value !== 'object' || value === null) return '';
  const texts = Object.values(value).filter(
    (each) => (typeof each === 'string' && each.length <= 60) || typeof each === 'number',
  );
  return texts.length > 4 ? '' : texts.join(', ');
}

function sentence(text: string): string {
  return /[.!?…]$|\n/.test(text) ? text : `${text}.`;
}
