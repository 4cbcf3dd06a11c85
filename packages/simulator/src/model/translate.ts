import { snippets } from '../corpus/snippets.js';
import { definedGroups } from './detect.js';
import type { TargetLanguage } from './language.js';
import { partsOf } from './prompt-parts.js';
import type { Slots } from './template.js';

/**
 * The code in another language and nothing else; `undefined` for code of no known shape.
 *
 * Words name a snippet only where no code is shown: other code than the one given is no translation.
 */
export function translationOf(
  prompt: string,
  language: TargetLanguage,
): { template: string; slots: Slots } | undefined {
  const { code, showsCode } = partsOf(prompt);
  for (const snippet of snippets) {
    const match = snippet.shape.exec(code);
    if (match === null) continue;
    return { template: codeIn(snippet, language), slots: definedGroups(match.groups ?? {}) };
  }
  const named = showsCode ? undefined : snippets.find(({ words }) => words.test(prompt));
  return named && { template: codeIn(named, language), slots: {} };
}

function codeIn(snippet: (typeof snippets)[number], language: TargetLanguage): string {
  return `// ${snippet.comment}\n${snippet.targets[language]}`;
}
