import { type ChatStream, type Layer, newCallId } from '@farebox/core';
import { chainStreams } from '@farebox/streaming';
import { linkSignal } from '../../transport/linked-signal.js';
import { type ResumeOptions, settledOptions } from './resume-options.js';
import { Resumption } from './resumption.js';

/**
 * Calls again when an answer breaks off after a part of it was handed out.
 *
 * What was handed out cannot be taken back, so nothing of this is silent: before the first new piece
 * `context.onEvent` hears of a `restart` and how much is void, or of a `continue`. It resumes after a
 * cut, a stall and an error of the provider inside the stream (`resumableKinds`), never after an abort.
 * Put `restart` inside `deadline()` and the budget's scope and outside all else, `continue` inside
 * `fallback()`: another provider cannot go on. Each attempt is paid for, and has its own receipt.
 *
 * @throws {ChatError} the error that ended the last stream, or what the new call was rejected with:
 * `delivered`, with the `partial` that was handed out, `attempts` over all, and the first error as `cause`.
 * @example
 * const call = stack(deadline(), resume({ onTruncated: 'restart' }), retry(), clocks())(transport);
 */
export function resume(options: ResumeOptions): Layer {
  const settled = settledOptions(options);

  return (next) => async (request, context) => {
    const { random = Math.random } = context;
    const link = linkSignal(context.signal);
    const callId = context.callId ?? newCallId(random);
    const resumption = new Resumption(settled, next, request, {
      ...context,
      callId,
      signal: link.signal,
    });
    let first: ChatStream;
    try {
      first = await resumption.open();
    } catch (error) {
      link.unlink();
      throw error;
    }
    const chain = chainStreams(first, {
      successor: (error, handedOut) => resumption.successor(error, handedOut),
      abort: link.abort,
      signal: link.signal,
      last: (error) => resumption.last(error),
    });
    chain.watch({ end: link.unlink });
    return chain;
  };
}
