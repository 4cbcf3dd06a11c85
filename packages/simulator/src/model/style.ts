import type { ChatRequest } from '@farebox/core';
import type { Conversation } from './conversation.js';
import type { FollowUp } from './follow-up.js';
import { type Language, languageOfCode, type TargetLanguage, targetIn } from './language.js';
import { partsOf } from './prompt-parts.js';

/** How to answer, as the system message and the prompt ask for it. */
export interface Style {
  /** `lesson`: a tutor's short answer, with its example. `example`: little more than the code. */
  readonly length: 'sentence' | 'brief' | 'lesson' | 'example' | 'full';
  readonly role: 'plain' | 'tutor' | 'debugger' | 'reviewer';
  /** Translate code to this language, and say nothing else. */
  readonly translateTo: TargetLanguage | 'other' | undefined;
  /** The language that the prompt wants code in. */
  readonly codeLanguage: Language | undefined;
  readonly pirate: boolean;
  readonly json: boolean;
}

const sentence = /\b(one|1|a single|single)[- ](sentence|line|liner)\b/i;
const brief =
  /\b(two|2|three|3|few)[- ](short )?(lines?|liners?|sentences?|words)\b|\bbrief(ly)?\b|\bconcise(ly)?\b|(?<!\bcut )\bshort(ly)?\b(?! stor(y|ies))|\bsuccinct(ly)?\b|\bterse\b|\bin a nutshell\b|\btl;?dr\b/i;
const asksForReview =
  /\breview(ing|ed)?\b|\bfeedback on\b|\b(improve|clean up|think of|think about) (this|my|the) (code|function|script)\b/i;
const versionOf = /[\w+#]{2,10} (version|equivalent)\b/i;
const translation =
  /\b(translat(e[sd]?|ing|ion)|convert(s|ed|ing)?|port(s|ed|ing)?|rewrit(e|ten|ing)|transpile[sd]?)\b/i;
/** A prompt may ask for a translator to be written; a system message is for one. */
const translating = new RegExp(`${translation.source}|\\btranslator\\b`, 'i');

/** Reads the style. The prompt outranks the instructions on length, and they on the role. */
export function readStyle(
  conversation: Pick<Conversation, 'instructions' | 'prompt'>,
  format: ChatRequest['response_format'],
): Style {
  const { instructions, prompt } = conversation;
  const role = roleIn(instructions) ?? (asksForReview.test(prompt) ? 'reviewer' : 'plain');
  return {
    length: lengthIn(prompt) ?? lengthForRole(role, lengthIn(instructions)),
    role,
    translateTo:
      translationIn(prompt, translation) ??
      targetOfShownCode(prompt) ??
      translationIn(instructions, translating),
    codeLanguage: languageOfCode(prompt),
    pirate: /\bpirate\b/i.test(instructions) || /\blike a pirate\b/i.test(prompt),
    json:
      format?.type === 'json_object' ||
      /\bjson\b/i.test(instructions) ||
      /\b(as|in|with) (a )?json\b/i.test(prompt),
  };
}

/** The style of the question that a follow-up goes back to, with what the follow-up wants. */
export function restyled(style: Style, followUp: FollowUp): Style {
  switch (followUp.wish) {
    case 'shorter':
      return { ...style, length: style.length === 'brief' ? 'sentence' : 'brief' };
    case 'longer':
      return { ...style, length: 'full' };
    case 'example':
      return { ...style, length: 'example' };
    case 'language': {
      const { language } = followUp;
      const translateTo = language === 'Python' ? undefined : style.translateTo && language;
      return { ...style, translateTo, codeLanguage: language };
    }
    case 'thanks':
      return style;
  }
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
function translationIn(text: string, pattern: RegExp): Style['translateTo'] {
  const start = text.search(pattern);
  if (start < 0) return undefined;
  return targetIn(text.slice(start)) ?? (/\btranslat/i.test(text) ? 'other' : undefined);
}

/** Code with "in Go" or "the Go version" beside it is there to be translated. */
function targetOfShownCode(prompt: string): TargetLanguage | undefined {
  const { prose, showsCode } = partsOf(prompt);
  if (!showsCode) return undefined;
  const named = languageOfCode(prose) ?? targetIn(versionOf.exec(prose)?.[0] ?? '');
  return named === 'Python' ? undefined : named;
}
