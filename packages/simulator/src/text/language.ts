/** The languages that snippets are translated to. */
export const targetLanguages = ['JavaScript', 'TypeScript', 'Go', 'Rust', 'Java', 'C++'] as const;

export type TargetLanguage = (typeof targetLanguages)[number];
export type Language = TargetLanguage | 'Python';

const names = 'javascript|js|typescript|ts|golang|go|rust|java|c\\+\\+|cpp';

/** The first target named after a "to", "into" or "in"; without such a word, the first named. */
export function targetIn(text: string): TargetLanguage | undefined {
  return targetAfter(text, '\\b(?:in)?to\\s+|\\bin\\s+') ?? targetAfter(text, '(?:^|[^\\w+#])');
}

/** The language of the code that is asked for: "in Rust", "using plain JavaScript". */
export function languageOfCode(text: string): Language | undefined {
  const before = '\\b(?:in|into|using)\\s+(?:plain\\s+|modern\\s+)?';
  // A Python loop over a list that happens to be called `go` is no wish.
  const wished = text.replace(/\bfor \w{1,30} in \w{1,30}\s*[:\])]/g, '');
  return (
    targetAfter(wished, before) ?? (/\b(in|using) python/i.test(wished) ? 'Python' : undefined)
  );
}

/** The language that a single word names. */
export function languageOf(word: string): Language | undefined {
  return /^python3?$/i.test(word) ? 'Python' : targetAfter(word, '^');
}

function targetAfter(text: string, before: string): TargetLanguage | undefined {
  const match = new RegExp(`(?:${before})(${names})(?![\\w+#])`, 'i').exec(text);
  switch (match?.[1]?.toLowerCase()) {
    case 'javascript':
    case 'js':
      return 'JavaScript';
    case 'typescript':
    case 'ts':
      return 'TypeScript';
    case 'golang':
    case 'go':
      return 'Go';
    case 'rust':
      return 'Rust';
    case 'java':
      return 'Java';
    case 'c++':
    case 'cpp':
      return 'C++';
    default:
      return undefined;
  }
}
