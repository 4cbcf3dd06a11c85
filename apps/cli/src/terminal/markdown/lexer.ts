import { Lexer, type Token, Tokenizer, type TokensList } from 'marked';

/**
 * GitHub's Markdown, so that a text means the same however it was cut: an address that is defined somewhere else
 * is text like any other, one tilde is one, and a line that the model ended stays a line.
 */
class OwnTokenizer extends Tokenizer {
  override def(): undefined {
    return undefined;
  }

  override del(...parameters: Parameters<Tokenizer['del']>): ReturnType<Tokenizer['del']> {
    return parameters[0].startsWith('~~') ? super.del(...parameters) : undefined;
  }
}

/** The blocks of a Markdown text, each with what is in it. */
export function lex(text: string): readonly Token[] {
  const tokens: TokensList = new Lexer({
    gfm: true,
    breaks: true,
    tokenizer: new OwnTokenizer(),
  }).lex(text);
  return tokens;
}
