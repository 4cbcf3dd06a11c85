/** The languages that snippets are translated to. */
export const languages = ['JavaScript', 'TypeScript', 'Go', 'Rust', 'Java', 'C++'] as const;

export type Language = (typeof languages)[number];

/** The first language named after a "to", "into" or "in"; without such a word, the first named. */
export function languageIn(text: string): Language | undefined {
  return languageAfter(text, '\\b(?:in)?to\\s+|\\bin\\s+') ?? languageAfter(text, '(?:^|[^\\w+#])');
}

function languageAfter(text: string, before: string): Language | undefined {
  const names = 'javascript|js|typescript|ts|golang|go|rust|java|c\\+\\+|cpp';
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
