import type { StoredContent } from '@farebox/cost';
import { ControlFilter } from '../terminal/control-filter.js';
import { oneLine } from '../terminal/one-line.js';
import { jsonText } from './json-text.js';

/**
 * What was asked and answered, for the eye: texts as they are, but for what commands terminals, and
 * indented, so that none can pass for a line of the report; everything else as JSON.
 */
export function contentLines({ request, choices, truncated }: StoredContent): string[] {
  const { messages, ...parameters } = request;
  const asked: readonly unknown[] = Array.isArray(messages) ? messages : [];
  return [
    ...asked.flatMap((message) => ['', ...messageLines('asked', message)]),
    ...choices.flatMap(({ message }) => ['', ...messageLines('answered', message)]),
    '',
    '  asked with',
    ...indented(jsonText(parameters)),
    ...(truncated ? ['', '  not all of it was stored: it was too large'] : []),
  ];
}

function messageLines(what: string, message: unknown): string[] {
  if (typeof message !== 'object' || message === null) return [`  ${what}`, ...textLines(message)];
  const { role, content, ...others } = message as Record<string, unknown>;
  const rest = Object.entries(others).filter(([, value]) => value !== null && value !== undefined);
  return [
    `  ${what}, ${oneLine(String(role))}`,
    ...(content === null || content === undefined ? [] : textLines(content)),
    ...rest.flatMap(([name, value]) => indented(`${name}: ${textOf(value)}`)),
  ];
}

/** A text, or the parts of one. */
function textLines(content: unknown): string[] {
  if (!Array.isArray(content)) return indented(textOf(content));
  return content.flatMap((part) => {
    return indented(typeof part?.text === 'string' ? part.text : textOf(part));
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : jsonText(value ?? null);
}

function indented(text: string): string[] {
  return new ControlFilter()
    .push(text)
    .split('\n')
    .map((line) => `    ${line}`);
}
