import { ChatError, type ChatStream } from '@farebox/core';
import { receivedTokensAtLeast } from './received.js';

/** The code of the error that stops an answer which is longer than what was reserved for it. */
const overReservation = 'over-reservation';

/**
 * Stops a stream once its answer is certainly longer than what was reserved for it.
 *
 * That is a provider which ignores the output ceiling: going on would spend what nobody set aside. Tokens
 * cannot be counted without the model's own tokenizer, so a low estimate decides; an answer within
 * its ceiling is not stopped, and one beyond it is when it is about four times as long. The text is looked at
 * when it may have reached the limit, and at most each time it has grown by a sixteenth.
 */
export function guardOutput(stream: ChatStream, reservedTokens: number): void {
  let blocks = 0;
  let nextLook = 1;
  stream.watch({
    arrived: () => {
      blocks++;
      if (blocks < nextLook) return;
      const partial = stream.partial();
      const tokens = receivedTokensAtLeast(partial);
      if (tokens > reservedTokens) {
        stream.stop(overReserved(tokens, reservedTokens));
        nextLook = Number.POSITIVE_INFINITY;
        return;
      }
      const blocksLeft =
        tokens === 0 ? blocks : Math.floor((reservedTokens - tokens) / (tokens / blocks));
      // At least a sixteenth more each time, or a text that hardly counts would be looked at for ever.
      nextLook = blocks + Math.max(Math.ceil(blocks / 16), Math.min(blocks, blocksLeft));
    },
  });
}

function overReserved(tokens: number, reservedTokens: number): ChatError {
  return new ChatError({
    kind: 'budget',
    code: overReservation,
    message: `The answer was stopped: it has at least ${tokens} tokens, and ${reservedTokens} were asked for and reserved.`,
    fix: 'The provider ignores the output ceiling: see which of max_completion_tokens and max_tokens it knows, or use another.',
    delivered: true,
  });
}

export function isOverReserved(error: ChatError): boolean {
  return error.kind === 'budget' && error.code === overReservation;
}
