import { snippets } from '../corpus/snippets.js';
import { definedGroups } from '../text/detect.js';
import type { TargetLanguage } from '../text/language.js';
import type { Slots } from '../text/template.js';
import { partsOf } from './prompt-parts.js';

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
    if (match === null || !isWhole(match, code, prompt)) continue;
    const slots = carriedOver(definedGroups(match.groups ?? {}), language);
    if (slots !== undefined) return { template: codeIn(snippet, language), slots };
  }
  return undefined;
}

/** Half a translation is none: nothing but words and comments may be left over. */
function isWhole(match: RegExpExecArray, code: string, prompt: string): boolean {
  const rest = code.slice(0, match.index) + code.slice(match.index + match[0].length);
  return prompt.includes('```') ? rest.replace(/#.*/g, '').trim() === '' : !partsOf(rest).showsCode;
}

/** Python's own operators, words and calls, which other languages spell in their own way. */
const pythonOnly =
  /\*\*|\/\/|\w\s*\(|[[\]{}"'@:,]|\b(?:and|or|not|in|is|if|else|lambda|for|await|yield|True|False|None)\b/;

/** The slots with their expressions in the language; `undefined` where one has no plain translation. */
function carriedOver(slots: Slots, language: TargetLanguage): Slots | undefined {
  const isScript = language === 'JavaScript' || language === 'TypeScript';
  const carried: Record<string, string> = { ...slots };
  for (const name of ['value', 'condition']) {
    const expression = slots[name]?.trim();
    if (expression === undefined) continue;
    // Elsewhere whole numbers divide to whole numbers.
    if (pythonOnly.test(expression) || (!isScript && expression.includes('/'))) return undefined;
    carried[name] = isScript ? expression.replace(/([=!])=/g, '$1==') : expression;
  }
  return carried;
}

function codeIn(snippet: (typeof snippets)[number], language: TargetLanguage): string {
  return `// ${snippet.comment}\n${snippet.targets[language]}`;
}
