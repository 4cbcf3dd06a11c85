import type { ErrorBody } from '../refusal/refusal.js';

/** The error that a provider sends when it is already answering. */
export const overloaded: ErrorBody = {
  message: 'The server is currently overloaded with other requests. Sorry about that!',
  type: 'server_error',
  param: null,
  code: null,
};

const billing =
  'please check your plan and billing details. For more information on this error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors.';

/** What a provider says with a code, where the code is one that has words of its own. */
const coded: Readonly<Record<string, Omit<ErrorBody, 'code' | 'param'>>> = {
  insufficient_quota: {
    message: `You exceeded your current quota, ${billing}`,
    type: 'insufficient_quota',
  },
  credit_balance_exhausted: {
    message: `Your credit balance is exhausted, ${billing}`,
    type: 'insufficient_quota',
  },
  organization_spend_limit_exceeded: {
    message: 'Your organization has reached its spend limit for this month.',
    type: 'insufficient_quota',
  },
  project_spend_limit_exceeded: {
    message: 'Your project has reached its spend limit for this month.',
    type: 'insufficient_quota',
  },
  organization_usage_limit_exceeded: {
    message: 'Your organization has reached its usage limit.',
    type: 'insufficient_quota',
  },
  rate_limit_exceeded: {
    message: 'Rate limit reached. Please slow down.',
    type: 'requests',
  },
  invalid_api_key: {
    message: 'Incorrect API key provided.',
    type: 'invalid_request_error',
  },
};

/** The error with this code; without one, or with one that has no words of its own, being overloaded. */
export function errorWithCode(code: string | undefined): ErrorBody {
  if (code === undefined) return overloaded;
  const said = Object.hasOwn(coded, code) ? coded[code] : undefined;
  return { ...overloaded, ...said, code };
}
