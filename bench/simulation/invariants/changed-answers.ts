/** Faults that change an answer without a trace, and how: nobody can see it, so nobody is held to it. */
export const mayDiffer: Readonly<Record<string, string>> = {
  'repeated-chunks': 'chunks have no numbers: a chunk that comes twice reads as twice the text',
  'invalid-utf8': 'what is no text arrives as U+FFFD',
  'invalid-tool-arguments': 'the arguments are broken by the provider itself',
  'empty-tool-arguments': 'the arguments are left out by the provider itself',
  'sparse-tool-index': 'a call at another place is as good as at the first',
};
