import type { ChatRequest } from '@farebox/core';
import type { Conversation } from './conversation.js';
import { type Language, languageIn } from './language.js';

/** How to answer, as the system message and the prompt ask for it. */
export interface Style {
  readonly length: 'sentence' | 'brief' | 'full';
  readonly role: 'plain' | 'tutor' | 'debugger' | 'reviewer';
  /** Translate code to this language, and say nothing else. */
  readonly translateTo: Language | undefined;
  readonly pirate: boolean;
  readonly json: boolean;
}

const sentence = /\b(one|1|a single|single)[- ](sentence|line|liner)\b/i;
const brief =
  /\b(two|2|three|3|few)[- ](short )?(lines?|liners?|sentences?|words)\b|\bbrief(ly)?\b|\bconcise(ly)?\b|\bshort(ly)?\b|\bsuccinct(ly)?\b|\bterse\b|\bin a nutshell\b|\btl;?dr\b/i;
const translation = /\b(translat|convert|port|rewrit|transpil)\w*\b/i;

/** Reads the style. The prompt outranks the instructions on length, and they on the role. */
export function readStyle(
  conversation: Conversation,
  format: ChatRequest['response_format'],
): Style {
  const { instructions, prompt } = conversation;
  return {
    length: lengthIn(prompt) ?? lengthIn(instructions) ?? 'full',
    role: roleIn(instructions) ?? (/\breview\b/i.test(prompt) ? 'reviewer' : 'plain'),
    translateTo: translationIn(prompt) ?? translationIn(instructions),
    pirate: /\bpirate\b/i.test(instructions) || /\blike a pirate\b/i.test(prompt),
    json:
      format?.type === 'json_object' ||
      /\bjson\b/i.test(instructions) ||
      /\b(as|in|with) (a )?json\b/i.test(prompt),
  };
}

function lengthIn(text: string): Style['length'] | undefined {
  if (sentence.test(text)) return 'sentence';
  return brief.test(text) ? 'brief' : undefined;
}

function roleIn(instructions: string): Style['role'] | undefined {
  if (/\bdebug|\bbugs?\b|\bfix(es)? (the |this |broken )?code/i.test(instructions))
    return 'debugger';
  if (/\breview/i.test(instructions)) return 'reviewer';
  if (/\b(tutor|teacher|teach|beginner|friendly|patient)/i.test(instructions)) return 'tutor';
  return undefined;
}

function translationIn(text: string): Language | undefined {
  const start = text.search(translation);
  return start < 0 ? undefined : languageIn(text.slice(start));
}
