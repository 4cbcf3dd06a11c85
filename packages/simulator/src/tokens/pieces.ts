import type { TokenLogprob } from '@farebox/core';
import type { Tokenizer } from './tokenizer.js';

/** A stretch of an answer that can be sent on its own, and the tokens it took. */
export interface Piece {
  readonly text: string;
  readonly tokens: number;
  /** One entry for each token; none where none were asked for. */
  readonly logprobs: readonly TokenLogprob[];
}

/** Puts tokens together to pieces; the piece that a token completes, or nothing yet. */
export type AddToken = (token: number, logprob: TokenLogprob | undefined) => Piece | undefined;

/** Bytes that never become a character are not held back for longer than this. */
const longestWaitTokens = 8;

/**
 * Joins tokens to pieces, as far as each can stand alone.
 *
 * A character may be spread over several tokens; such tokens travel together, or the reader
 * would see replacement characters. Bytes that are no text at all, which a bias can force, become
 * one replacement character each.
 */
export function pieceJoiner(tokenizer: Tokenizer): AddToken {
  let decoder: TextDecoder | undefined;
  let bytes: number[] = [];
  let tokens = 0;
  let logprobs: TokenLogprob[] = [];
  return (token, logprob) => {
    const written = tokenizer.token(token) ?? '';
    if (decoder === undefined && typeof written === 'string') {
      return { text: written, tokens: 1, logprobs: logprob === undefined ? [] : [logprob] };
    }
    decoder ??= new TextDecoder('utf-8', { ignoreBOM: true });
    bytes.push(...(typeof written === 'string' ? new TextEncoder().encode(written) : written));
    tokens += 1;
    if (logprob !== undefined) logprobs.push(logprob);
    const whole = !endsInsideCharacter(bytes);
    if (!whole && tokens < longestWaitTokens) return undefined;
    const piece = {
      text: decoder.decode(Uint8Array.from(bytes), { stream: !whole }),
      tokens,
      logprobs,
    };
    if (whole) decoder = undefined;
    bytes = [];
    tokens = 0;
    logprobs = [];
    return piece;
  };
}

function endsInsideCharacter(bytes: readonly number[]): boolean {
  const lead = bytes.findLastIndex((byte) => byte >= 0xc0);
  const length = bytes.length - lead;
  const byte = bytes[lead] ?? 0;
  return lead >= 0 && length < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2);
}
