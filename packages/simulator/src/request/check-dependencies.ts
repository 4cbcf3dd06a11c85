import { invalidRequest } from '../refusal/refusal.js';
import type { FullRequest } from './full-request.js';

/**
 * Refuses a parameter without the one it needs, and a bias for what can be no token.
 *
 * @throws {Refusal} 400.
 */
export function checkDependencies(request: FullRequest): void {
  const needs: readonly (readonly [string, unknown, string, boolean])[] = [
    ['top_logprobs', request.top_logprobs, 'logprobs', request.logprobs === true],
    ['metadata', request.metadata, 'store', request.store === true],
  ];
  for (const [param, value, needed, isThere] of needs) {
    if (value === undefined || value === null || isThere) continue;
    throw invalidRequest(
      `The '${param}' parameter is only allowed when '${needed}' is enabled.`,
      param,
      null,
    );
  }
  for (const key of Object.keys(request.logit_bias ?? {})) {
    if (/^\d{1,7}$/.test(key)) continue;
    throw invalidRequest(
      `Invalid key in 'logit_bias': ${key.slice(0, 100)}. You should only be submitting non-negative integers.`,
      'logit_bias',
      null,
    );
  }
}
