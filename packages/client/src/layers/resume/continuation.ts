import type {
  AssistantMessage,
  ChatRequest,
  PartialCompletion,
  ProviderProfile,
} from '@farebox/core';

/** How a provider is asked to go on from a part of an answer. */
export type Continuation = NonNullable<ProviderProfile['continuation']>;

/**
 * The request for the rest of an answer, or undefined where there can be none.
 *
 * What can be gone on with is plain text of one answer. Tool calls, structured output, reasoning,
 * sound and log probabilities would not fit together at the seam, and a conversation that ends with
 * the assistant has a seam already.
 */
export function continuationOf(
  request: ChatRequest,
  partial: PartialCompletion | undefined,
  { message: messageFields, request: requestFields }: Continuation,
): ChatRequest | undefined {
  const content = plainTextOf(partial);
  const isSeam = request.messages.at(-1)?.role === 'assistant';
  if (content === undefined || isSeam || !asksForPlainText(request)) return undefined;
  const message: AssistantMessage = { role: 'assistant', content, ...messageFields };
  return { ...request, ...requestFields, messages: [...request.messages, message] };
}

function asksForPlainText(request: ChatRequest): boolean {
  const { n, logprobs, modalities, response_format: format } = request;
  if ((n ?? 1) !== 1 || logprobs || modalities?.includes('audio')) return false;
  return format == null || format.type === 'text';
}

/** The text of a reply that has nothing else in it. */
function plainTextOf(partial: PartialCompletion | undefined): string | undefined {
  const [choice, ...others] = partial?.choices ?? [];
  if (choice === undefined || others.length > 0) return undefined;
  const { role: _, content, ...rest } = choice.message;
  const isPlain = Object.values(rest).every((value) => value == null) && choice.logprobs === null;
  return isPlain && choice.index === 0 && content !== '' ? (content ?? undefined) : undefined;
}
