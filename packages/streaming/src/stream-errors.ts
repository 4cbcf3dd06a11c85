import { ChatError, type StreamEnd } from '@farebox/core';

/** The end that watchers hear for a failure. */
export function endOf(error: ChatError): StreamEnd {
  if (error.kind !== 'aborted') return { failed: error };
  return error.code === 'unread' || error.code === 'abandoned' ? 'abandoned' : 'aborted';
}

/** A reply that is over without proof that it is complete. */
export function unproven(bytes: number, events: number): ChatError {
  if (bytes === 0) {
    return new ChatError({ kind: 'protocol', code: 'empty-body', message: 'The reply is empty.' });
  }
  if (events === 0) {
    return new ChatError({
      kind: 'truncated',
      code: 'no-events',
      message: `The reply ended after ${bytes} bytes without a single event.`,
    });
  }
  return new ChatError({
    kind: 'truncated',
    code: 'no-finish',
    message: `The stream ended after ${events} events, before the answer's finish_reason.`,
  });
}

/** A reply that says a lot and carries nothing. */
export function endlessOpening(events: number, bytes: number): ChatError {
  return new ChatError({
    kind: 'too-large',
    code: 'opening',
    message: `The stream has sent ${events} events (${bytes} bytes) without anything of an answer.`,
    fix: 'Nothing here would help: the server sends what is no answer. Check baseURL, or tell its operator.',
  });
}

/** A connection that broke inside the answer. */
export function cutOff(broken: ChatError): ChatError {
  return new ChatError({
    kind: 'truncated',
    code: broken.code,
    message: `${broken.message.slice(0, -1)}, before the answer's finish_reason.`,
    cause: broken.cause,
  });
}

/** A defect of ours, or a reply so odd that it met one. */
export function unreadable(cause: unknown): ChatError {
  return new ChatError({
    kind: 'protocol',
    code: 'internal',
    message: 'The reply could not be read.',
    cause,
  });
}

/** What the whole answer is rejected with when the consumer left the loop. */
export function abandoned(): ChatError {
  return new ChatError({
    kind: 'aborted',
    code: 'abandoned',
    message: 'The stream was left before it ended.',
    fix: 'Read the stream to its end to get the whole answer.',
  });
}

const waysToRead =
  'Use one of: for await over the stream, text(), completion(). To listen beside it, call watch() first.';

/** @param fix The ways to read it, of a stream that has others. */
export function alreadyRead(fix = waysToRead): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: 'The stream is already being read.',
    fix,
  });
}

export function watchedTooLate(): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: 'A watcher was added after reading had begun; it would have missed chunks.',
    fix: 'Call watch() before the first read.',
  });
}
