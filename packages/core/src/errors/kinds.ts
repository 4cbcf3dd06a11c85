/** What the error table says of one kind. */
export interface KindFacts {
  /** The name people know it by; `error.name`. */
  readonly name: string;
  /** What happened, in one sentence. */
  readonly cause: string;
  /** What to do about it, for a beginner. */
  readonly fix: string;
  /**
   * Whether the default retry policy sends again, as long as nothing was delivered.
   * `per-code`: only for some codes. `opt-in`: like `yes`, and after a part was delivered only if
   * the caller asks to start again.
   */
  readonly retried: 'yes' | 'no' | 'per-code' | 'opt-in' | 're-ask';
  /** The exit code of the `farebox` command. */
  readonly exit: number;
}

export type ErrorKind =
  | 'configuration'
  | 'budget'
  | 'authentication'
  | 'permission'
  | 'rate-limit'
  | 'quota'
  | 'connection'
  | 'timeout'
  | 'server'
  | 'protocol'
  | 'too-large'
  | 'truncated'
  | 'content-filter'
  | 'refusal'
  | 'schema'
  | 'bad-request'
  | 'not-found'
  | 'context-length'
  | 'store'
  | 'aborted';

/**
 * The error table: every kind with its name, cause, fix, retry rule and exit code.
 *
 * Data, not code: the command line, the documents and the tests are made from it.
 */
export const errorKinds: Readonly<Record<ErrorKind, KindFacts>> = {
  configuration: {
    name: 'ConfigurationError',
    cause: 'An option, the key, the address or the TLS set-up cannot work.',
    fix: 'Correct the option that the message names.',
    retried: 'no',
    exit: 2,
  },
  budget: {
    name: 'BudgetExceededError',
    cause: 'The call could cost more than is left in the budget.',
    fix: 'Raise the limit, lower max_completion_tokens, or shorten the prompt.',
    retried: 'no',
    exit: 3,
  },
  authentication: {
    name: 'AuthenticationError',
    cause: 'The API key is missing, invalid or expired.',
    fix: 'Check OPENAI_API_KEY against the keys at platform.openai.com/api-keys.',
    retried: 'no',
    exit: 4,
  },
  permission: {
    name: 'PermissionDeniedError',
    cause: 'The key is valid but may not use this model, project or region.',
    fix: 'Ask the owner of the project for access, or choose another model.',
    retried: 'no',
    exit: 4,
  },
  'rate-limit': {
    name: 'RateLimitError',
    cause: 'Too many requests or tokens per minute.',
    fix: 'Wait and retry with backoff; the retry layer does both.',
    retried: 'yes',
    exit: 5,
  },
  quota: {
    name: 'QuotaExceededError',
    cause: "The account's credit or spending limit is used up.",
    fix: 'Add credit or raise the limit in the billing settings; retrying cannot help.',
    retried: 'no',
    exit: 5,
  },
  connection: {
    name: 'APIConnectionError',
    cause: 'The server could not be reached, or the connection broke.',
    fix: 'Check the network, the base URL and the proxy, then try again.',
    retried: 'yes',
    exit: 6,
  },
  timeout: {
    name: 'APITimeoutError',
    cause: 'The reply took longer than a clock allows.',
    fix: 'Retry with a longer timeout.',
    retried: 'yes',
    exit: 6,
  },
  server: {
    name: 'ServerError',
    cause: 'The provider failed or is overloaded (a 5xx status).',
    fix: 'Wait a moment and try again; see the status page of the provider.',
    retried: 'yes',
    exit: 7,
  },
  protocol: {
    name: 'ProtocolError',
    cause: 'The reply is not what the Chat Completions protocol says.',
    fix: 'Check that the base URL is an OpenAI-compatible endpoint, without a login page or proxy in between.',
    retried: 'per-code',
    exit: 7,
  },
  'too-large': {
    name: 'ResponseTooLargeError',
    cause: 'The reply is larger than the limits allow.',
    fix: 'Lower max_completion_tokens; if the size is expected, raise the limit that the message names.',
    retried: 'no',
    exit: 7,
  },
  truncated: {
    name: 'StreamTruncatedError',
    cause: 'The stream ended before the answer was complete.',
    fix: 'Ask again; what had arrived is in error.partial.',
    retried: 'opt-in',
    exit: 8,
  },
  'content-filter': {
    name: 'ContentFilterError',
    cause: "The provider's content filter stopped the prompt or the answer.",
    fix: 'Rephrase the prompt.',
    retried: 'no',
    exit: 9,
  },
  refusal: {
    name: 'RefusalError',
    cause: 'The model refused to answer.',
    fix: 'Rephrase the prompt.',
    retried: 'no',
    exit: 9,
  },
  schema: {
    name: 'SchemaMismatchError',
    cause: 'The answer does not fit the schema that was asked for.',
    fix: 'Loosen the schema, or describe the fields better in it.',
    retried: 're-ask',
    exit: 10,
  },
  'bad-request': {
    name: 'BadRequestError',
    cause: 'The request is malformed.',
    fix: "Fix the request; don't retry it as it is.",
    retried: 'no',
    exit: 11,
  },
  'not-found': {
    name: 'NotFoundError',
    cause: 'The model or the address does not exist.',
    fix: 'Check the model name and the base URL.',
    retried: 'no',
    exit: 11,
  },
  'context-length': {
    name: 'ContextLengthError',
    cause: "The prompt and the asked-for answer do not fit the model's window.",
    fix: 'Shorten the prompt or the conversation, or lower max_completion_tokens.',
    retried: 'no',
    exit: 11,
  },
  store: {
    name: 'StoreError',
    cause: 'The ledger cannot be read or written.',
    fix: 'Check the disk, the permissions and the connection of the ledger.',
    retried: 'no',
    exit: 12,
  },
  aborted: {
    name: 'AbortedError',
    cause: 'The caller stopped the call.',
    fix: 'Nothing to fix: call again when you want the answer.',
    retried: 'no',
    exit: 130,
  },
};
