import { mergePairs } from './byte-pairs.js';
import { piecesOf } from './text-pieces.js';
import { Vocabulary, type VocabularyFile } from './vocabulary.js';

/** The o200k encoding, the one of gpt-4o and everything after it. */
export interface Tokenizer {
  encode(text: string): number[];
  /** A token's UTF-8 bytes, as text where they are whole characters; nothing for a number that is no token. */
  token(id: number): string | readonly number[] | undefined;
}

let loading: Promise<Tokenizer> | undefined;

/**
 * Loads the tokenizer on first use: its vocabulary is more than a megabyte, which an import must not cost.
 *
 * `<|endoftext|>` and its like are text here, as they are in a chat message, and never throw.
 */
export function loadTokenizer(): Promise<Tokenizer> {
  loading ??= import('../../tokens/o200k.json').then(({ default: file }) => tokenizerOf(file));
  return loading;
}

function tokenizerOf(file: VocabularyFile): Tokenizer {
  const vocabulary = new Vocabulary(file);
  const encoder = new TextEncoder();
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return {
    encode(text) {
      const tokens: number[] = [];
      for (const piece of piecesOf(text)) {
        const bytes = encoder.encode(piece);
        const whole = vocabulary.idOf(bytes, 0, bytes.length);
        if (whole === -1) mergePairs(bytes, vocabulary, tokens);
        else tokens.push(whole);
      }
      return tokens;
    },
    token(id) {
      const bytes = vocabulary.bytesOf(id);
      if (bytes === undefined) return undefined;
      try {
        return decoder.decode(bytes);
      } catch {
        return [...bytes];
      }
    },
  };
}
