import { type Call, ChatError, type ChatRequest, type ProviderProfile } from '@farebox/core';
import { cleanCause } from '@farebox/core/errors';
import type { ReplyLimits } from '@farebox/streaming';
import type OpenAI from 'openai';
import { type ProfileName, profileOf } from '../profiles.js';
import { attempt } from '../transport/attempt.js';
import { checkBaseUrl } from '../transport/endpoint.js';
import { wireBody } from '../transport/wire-body.js';
import { type Capture, captured, capturing } from './capture.js';

export interface FromOpenAIOptions {
  /** How large a reply may be. Default: as in `fetchTransport`. */
  readonly limits?: ReplyLimits | undefined;
  /** As in `fetchTransport`. */
  readonly profile?: ProfileName | ProviderProfile | undefined;
}

/** Longer than any clock of ours: the SDK's own timer must not run out first. */
const neverMs = 2_147_483_647;

/**
 * The official SDK as transport: its authentication, headers and URLs, and nothing else of it.
 *
 * Works with `OpenAI`, `AzureOpenAI` and whatever extends them. Retries, error handling and stream
 * decoding of the SDK are not used: it buffers error bodies without limit, hangs on one that
 * stalls, and ends a cut stream as if it were whole. Redirects: as in `fetchTransport`.
 *
 * @throws {ChatError} `configuration`, at once, for a base URL that cannot work, and for a call that
 * the SDK fails to prepare (its key or token provider failed).
 * @example
 * const call = stack(retry(), clocks())(fromOpenAI(new AzureOpenAI({ … })));
 */
export function fromOpenAI(client: OpenAI, options: FromOpenAIOptions = {}): Call {
  const { limits } = options;
  const profile = profileOf(options.profile);
  const { origin } = checkBaseUrl(client.baseURL);
  const outer = (client as unknown as { fetch: typeof fetch }).fetch;
  const sdk = client.withOptions({ maxRetries: 0, timeout: neverMs, fetch: capturing(outer) });

  return (request, context) => {
    const secrets: string[] = client.apiKey ? [client.apiKey] : [];
    return attempt({
      send: (signal) => send(sdk, { signal, secrets }, request, profile),
      request,
      context,
      origin,
      secrets,
      limits,
      profile,
    });
  };
}

async function send(
  sdk: OpenAI,
  capture: Capture,
  request: ChatRequest,
  profile: ProviderProfile,
): Promise<Response> {
  const body: unknown = wireBody(request, profile);
  const failed = await sdk.chat.completions
    .create(body as OpenAI.ChatCompletionCreateParams, { fetchOptions: captured(capture) })
    .asResponse()
    .then(
      () => undefined,
      (thrown: unknown) => ({ thrown }),
    );
  if (capture.response !== undefined) return capture.response;
  if (capture.failed !== undefined) throw capture.failed.thrown;
  throw new ChatError({
    kind: 'configuration',
    code: 'openai-client',
    message: 'The openai client could not prepare the request; nothing was sent.',
    fix: 'Check its key or token provider; the cause says what went wrong.',
    cause: cleanCause(failed?.thrown, { secrets: capture.secrets, request }),
  });
}
