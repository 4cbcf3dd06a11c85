import type { Example } from '../corpus/topic.js';
import type { Language } from '../text/language.js';

/** The fenced example in the language asked for, or `undefined` where there is none. */
export function exampleIn(example: Example, language?: Language): string | undefined {
  if (language === undefined || language.toLowerCase() === example.language) {
    return fenced(example.language, example.code);
  }
  if (example.typescript === undefined) return undefined;
  if (language === 'TypeScript')
    return fenced('typescript', example.typescript.replace(/[‹›]/g, ''));
  if (language === 'JavaScript') {
    return fenced('javascript', example.typescript.replace(/‹[^›]*›/g, ''));
  }
  return undefined;
}

/** Code as Markdown shows it. */
export function fenced(language: string, code: string): string {
  return `\`\`\`${language}\n${code}\n\`\`\``;
}
