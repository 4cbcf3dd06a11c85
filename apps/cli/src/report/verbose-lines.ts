import type { Answer } from '@farebox/chat';
import { oneLine } from '../terminal/one-line.js';
import { seconds } from './seconds.js';

/** What `--verbose` tells of an attempt that begins. */
export function attemptLine(attempt: number, model: string): string {
  return `farebox: attempt ${attempt}: ${oneLine(model)}`;
}

export function firstTokenLine(firstTextMs: number): string {
  return `farebox: first token after ${seconds(firstTextMs)}`;
}

/**
 * What the provider said of the answer beside its text; its support asks for the request id.
 *
 * @example
 * // farebox: answered by gpt-4o-mini-2024-07-18 · request req_1 · finish reason stop · 2 attempts
 */
export function answeredLine({ model, requestId, finishReason, attempts }: Answer): string {
  return [
    `farebox: answered by ${oneLine(model)}`,
    `request ${requestId === undefined ? 'without an id' : oneLine(requestId)}`,
    `finish reason ${oneLine(finishReason)}`,
    `${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`,
  ].join(' · ');
}
