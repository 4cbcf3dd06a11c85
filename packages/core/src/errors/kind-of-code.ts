import type { ErrorKind } from './kinds.js';

/** Codes and types of OpenAI, Azure, Anthropic, Google, OpenRouter and Groq, by what they mean. */
const codes: Readonly<Partial<Record<ErrorKind, readonly string[]>>> = {
  quota: [
    'insufficient_quota',
    'credit_balance_exhausted',
    'organization_spend_limit_exceeded',
    'project_spend_limit_exceeded',
    'organization_usage_limit_exceeded',
    'billing_hard_limit_reached',
    'billing_not_active',
    'billing_error',
    'insufficient_credits',
    'insufficient_balance',
    'payment_required',
  ],
  'context-length': ['context_length_exceeded', 'context_window_exceeded'],
  'content-filter': ['content_filter', 'content_policy_violation', 'responsibleaipolicyviolation'],
  'rate-limit': [
    'rate_limit_exceeded',
    'rate_limit_error',
    'too_many_requests',
    'requests',
    'tokens',
    'resource_exhausted',
  ],
  authentication: ['invalid_api_key', 'authentication_error', 'unauthenticated', 'unauthorized'],
  permission: ['permission_error', 'permission_denied', 'forbidden'],
  'not-found': ['model_not_found', 'not_found_error', 'not_found', 'deploymentnotfound'],
  timeout: ['timeout', 'timeout_error', 'request_timeout', 'deadline_exceeded'],
  server: [
    'server_error',
    'internal_server_error',
    'internal_error',
    'internal',
    'api_error',
    'overloaded',
    'overloaded_error',
    'engine_overloaded',
    'service_unavailable',
    'unavailable',
    'bad_gateway',
  ],
  'bad-request': [
    'invalid_request_error',
    'invalid_request',
    'invalid_argument',
    'bad_request',
    'unsupported_parameter',
    'unsupported_value',
    'invalid_value',
    'missing_required_parameter',
  ],
};

const kinds: ReadonlyMap<string, ErrorKind> = new Map(
  Object.entries(codes).flatMap(([kind, names]) =>
    names.map((name) => [name, kind as ErrorKind] as const),
  ),
);

const contextLength =
  /maximum context length|context (?:window|length|size)|prompt is too long|input is too long|too many (?:input )?tokens/i;
const billing =
  /exceeded your current quota|credit balance|(?:insufficient|out of|no(?:t enough)?) (?:quota|credits?|balance|funds)|(?:spend(?:ing)?|billing|hard) limit|billing (?:is )?not active|payment required/i;
const badKey = /api key not valid|(?:invalid|incorrect) api key/i;

/** The kind that the provider's names for an error speak of, the most telling first. */
export function kindOfNames(names: readonly string[]): ErrorKind | undefined {
  const found = names
    .map((name) => kinds.get(name.toLowerCase()))
    .filter((kind) => kind !== undefined);
  // `invalid_request_error` is the type of nearly everything: any other name says more.
  return found.find((kind) => kind !== 'bad-request') ?? found[0];
}

/** The kind that the wording speaks of, for providers without codes. */
export function kindOfWording(message: string): ErrorKind | undefined {
  if (contextLength.test(message)) return 'context-length';
  if (billing.test(message)) return 'quota';
  return badKey.test(message) ? 'authentication' : undefined;
}

/** Whether a 429 without a code that says so is an empty account. */
export function kindOfThrottling(
  named: ErrorKind | undefined,
  message: string,
  retryAfterMs: number | undefined,
): 'quota' | 'rate-limit' {
  if (named === 'quota') return 'quota';
  // Who says when to come back does not mean an empty account, whatever the words.
  const silent = named === undefined && retryAfterMs === undefined;
  return silent && kindOfWording(message) === 'quota' ? 'quota' : 'rate-limit';
}
