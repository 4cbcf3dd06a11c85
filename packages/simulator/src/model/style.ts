import type { ChatRequest } from '@farebox/core';
import type { Conversation } from './conversation.js';
import { type Language, languageIn } from './language.js';

/** How to answer, as the system message and the prompt ask for it. */
export interface Style {
  /** `lesson`: a tutor's short answer, with its example. */
  readonly length: 'sentence' | 'brief' | 'lesson' | 'full';
  readonly role: 'plain' | 'tutor' | 'debugger' | 'reviewer';
  /** Translate code to this language, and say nothing else. */
  readonly translateTo: Language | 'other' | undefined;
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
  const role = roleIn(instructions) ?? (/\breview\b/i.test(prompt) ? 'reviewer' : 'plain');
  return {
    length: lengthIn(prompt) ?? lengthForRole(role, lengthIn(instructions)),
    role,
    translateTo: translationIn(prompt) ?? translationIn(instructions),
    pirate: /\bpirate\b/i.test(instructions) || /\blike a pirate\b/i.test(prompt),
    json:
      format?.type === 'json_object' ||
      /\bjson\b/i.test(instructions) ||
      /\b(as|in|with) (a )?json\b/i.test(prompt),
  };
}

/** Debuggers and reviewers are told to be short about single points, not about the whole. */
function lengthForRole(role: Style['role'], asked: 'sentence' | 'brief' | undefined) {
  if (role === 'debugger' || role === 'reviewer') return 'full';
  return role === 'tutor' && asked === 'brief' ? 'lesson' : (asked ?? 'full');
}

function lengthIn(text: string): 'sentence' | 'brief' | undefined {
  if (sentence.test(text)) return 'sentence';
  return brief.test(text) ? 'brief' : undefined;
}

function roleIn(instructions: string): Style['role'] | undefined {
  // A review is told to look for bugs, too: the rarer word decides.
  if (/\breview/i.test(instructions)) return 'reviewer';
  if (/\bdebug|\bbugs?\b|\bfix(es)? (the |this |broken )?code/i.test(instructions))
    return 'debugger';
  if (/\b(tutor|teacher|teach|beginner|friendly|patient)/i.test(instructions)) return 'tutor';
  return undefined;
}

/** `other`: a translation to a language that the corpus does not have. */
function translationIn(text: string): Style['translateTo'] {
  const start = text.search(translation);
  if (start < 0) return undefined;
  return languageIn(text.slice(start)) ?? (/\btranslat/i.test(text) ? 'other' : undefined);
}
