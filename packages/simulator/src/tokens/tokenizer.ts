/** The o200k encoding, the one of gpt-4o and everything after it. */
export interface Tokenizer {
  encode(text: string): number[];
  decode(tokens: readonly number[]): string;
}

let loading: Promise<Tokenizer> | undefined;

/**
 * Loads the tokenizer on first use; its ranks take about 0.2 s, which an import must not cost.
 *
 * `<|endoftext|>` and its like are text here, as they are in a chat message, and never throw.
 */
export function loadTokenizer(): Promise<Tokenizer> {
  loading ??= import('gpt-tokenizer/encoding/o200k_base').then(({ encode, decode }) => ({
    encode: (text) => encode(text, { disallowedSpecial: new Set() }),
    decode: (tokens) => decode(tokens),
  }));
  return loading;
}
