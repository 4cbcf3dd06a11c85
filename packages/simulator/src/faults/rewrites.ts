import type { ChatRequest } from '@farebox/core';

/** Answers with one JSON completion, although a stream was asked for. */
export function jsonReply(request: ChatRequest): ChatRequest {
  return { ...request, stream: false };
}

/** Streams without the usage that was asked for. */
export function noUsage(request: ChatRequest): ChatRequest {
  return { ...request, stream_options: { ...request.stream_options, include_usage: false } };
}
