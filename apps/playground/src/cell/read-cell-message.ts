import type { CellMessage, Failure, LineLevel } from './protocol.js';
import { readShown } from './shown-value.js';

/** A message of a cell, copied field by field, or undefined for anything that is none. */
export function readCellMessage(data: unknown): CellMessage | undefined {
  if (!isRecord(data)) return undefined;
  const { type, id } = data;
  switch (type) {
    case 'ready':
      return { type };
    case 'line':
      return isLevel(data.level) && isText(data.text)
        ? { type, level: data.level, text: data.text, ...(data.open === true && { open: true }) }
        : undefined;
    case 'done': {
      const result = readShown(data.result);
      return { type, ...(result === undefined ? {} : { result }) };
    }
    case 'failed':
      return { type, failure: readFailure(data.failure) };
    case 'pull':
    case 'cancel':
      return Number.isSafeInteger(id) ? { type, id: id as number } : undefined;
    case 'fetch':
      return readFetch(data);
    default:
      return undefined;
  }
}

function readFetch(data: Record<string, unknown>): CellMessage | undefined {
  const { id, url, method, headers, body } = data;
  if (!Number.isSafeInteger(id) || !isText(url) || !isText(method)) return undefined;
  if (!Array.isArray(headers) || !headers.every(isPair)) return undefined;
  if (body !== undefined && !(body instanceof ArrayBuffer)) return undefined;
  return {
    type: 'fetch',
    id: id as number,
    url,
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  };
}

function readFailure(data: unknown): Failure {
  const { name, message, fix, line } = isRecord(data) ? data : {};
  return {
    name: isText(name) ? clipped(name, 100) : 'Error',
    message: isText(message) ? clipped(message, 5_000) : 'The cell failed.',
    ...(isText(fix) ? { fix: clipped(fix, 5_000) } : {}),
    ...(Number.isSafeInteger(line) ? { line: line as number } : {}),
  };
}

function clipped(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null;
}

function isText(data: unknown): data is string {
  return typeof data === 'string';
}

function isLevel(data: unknown): data is LineLevel {
  return data === 'log' || data === 'warn' || data === 'error';
}

function isPair(data: unknown): data is [string, string] {
  return Array.isArray(data) && data.length === 2 && data.every(isText);
}
