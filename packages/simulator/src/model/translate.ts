import { snippets } from '../corpus/snippets.js';
import { definedGroups } from './detect.js';
import type { Language } from './language.js';
import type { Slots } from './template.js';

/** The code in another language and nothing else; `undefined` for code of no known shape. */
export function translationOf(
  prompt: string,
  language: Language,
): { template: string; slots: Slots } | undefined {
  for (const snippet of snippets) {
    const match = snippet.shape.exec(prompt);
    if (match === null) continue;
    return { template: codeIn(snippet, language), slots: definedGroups(match.groups ?? {}) };
  }
  const named = snippets.find(({ words }) => words.test(prompt));
  return named && { template: codeIn(named, language), slots: {} };
}

function codeIn(snippet: (typeof snippets)[number], language: Language): string {
  return `// ${snippet.comment}\n${snippet.targets[language]}`;
}
