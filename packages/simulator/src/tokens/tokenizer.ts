/** The o200k encoding, the one of gpt-4o and everything after it. */
export interface Tokenizer {
  encode(text: string): number[];
  /** A token's UTF-8 bytes, as text where they are whole characters; nothing for a number that is no token. */
  token(id: number): string | readonly number[] | undefined;
}

let loading: Promise<Tokenizer> | undefined;

/**
 * Loads the tokenizer on first use; its ranks take about 0.2 s, which an import must not cost.
 *
 * `<|endoftext|>` and its like are text here, as they are in a chat message, and never throw.
 */
export function loadTokenizer(): Promise<Tokenizer> {
  loading ??= Promise.all([
    import('gpt-tokenizer/encoding/o200k_base'),
    import('gpt-tokenizer/bpeRanks/o200k_base'),
  ]).then(([{ encode }, { default: ranks }]) => ({
    encode: (text) => encode(text, { disallowedSpecial: new Set() }),
    // The library's own decode keeps half a character for the next call, whoever makes it.
    token: (id) => ranks[id],
  }));
  return loading;
}
