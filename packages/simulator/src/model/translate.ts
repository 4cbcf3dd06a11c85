import { snippets } from '../corpus/snippets.js';
import { definedGroups } from './detect.js';
import type { TargetLanguage } from './language.js';
import { partsOf } from './prompt-parts.js';
import type { Slots } from './template.js';

type Translation = { readonly template: string; readonly slots: Slots };

/**
 * The code in another language and nothing else; `undefined` for code of no known shape.
 *
 * Words name a snippet only where no code is shown: other code than the one given is no translation.
 */
export function translationOf(prompt: string, language: TargetLanguage): Translation | undefined {
  if (partsOf(prompt).showsCode) return codeTranslationOf(prompt, language);
  const named = snippets.find(({ words }) => words.test(prompt));
  return named && { template: codeIn(named, language), slots: {} };
}

/** The code that the prompt shows, in another language; `undefined` if it shows none we know. */
export function codeTranslationOf(
  prompt: string,
  language: TargetLanguage,
): Translation | undefined {
  const { code } = partsOf(prompt);
  for (const snippet of snippets) {
    const match = snippet.shape.exec(code);
    if (match === null) continue;
    return { template: codeIn(snippet, language), slots: definedGroups(match.groups ?? {}) };
  }
  return undefined;
}

function codeIn(snippet: (typeof snippets)[number], language: TargetLanguage): string {
  return `// ${snippet.comment}\n${snippet.targets[language]}`;
}
