import type { ChatRequest } from '@farebox/core';
import { type Language, languageOfCode, type TargetLanguage, targetIn } from '../text/language.js';
import { matchesIn, patternsIn } from '../text/patterns-in.js';
import { nameIn, type Persona, personaIn, type Register, registerIn } from '../text/persona.js';
import { type Audience, audienceIn } from './audience.js';
import type { Conversation } from './conversation.js';
import type { FollowUp } from './follow-up.js';
import { type Limit, limitIn } from './limit.js';
import { partsOf } from './prompt-parts.js';

/** How to answer, as the system message and the prompt ask for it. */
export interface Style {
  /** `lesson`: a tutor's short answer, with its example. `example`: little more than the code. */
  readonly length: 'sentence' | 'brief' | 'lesson' | 'example' | 'full';
  /** How many of what, where more than a length is asked for. */
  readonly limit: Limit | undefined;
  readonly audience: Audience | undefined;
  readonly role: 'plain' | 'tutor' | 'debugger' | 'reviewer';
  /** Translate code to this language, and say nothing else. */
  readonly translateTo: TargetLanguage | 'other' | undefined;
  /** The language that the prompt wants code in. */
  readonly codeLanguage: Language | undefined;
  readonly persona: Persona | undefined;
  readonly register: Register | undefined;
  /** What the answer calls itself, the first time. */
  readonly name: string | undefined;
  readonly json: boolean;
}

const brief =
  /\b(few|couple of)[- ](short )?(lines?|sentences?|words)\b|\bbrief(ly)?\b|\bconcise(ly)?\b|(?<!\bcut )\bshort(ly)?\b(?! stor(y|ies))|\bsuccinct(ly)?\b|\bterse(ly)?\b(?! (unix|old|gr[ae]y))|\bin a nutshell\b|\btl;?dr\b/i;
const asksForReview =
  /\breview(ing|ed)?\b|\bfeedback on\b|\b(improve|clean up|think of|think about) (this|my|the) (code|function|script)\b/i;
const versionOf = /[\w+#]{2,10} (version|equivalent)\b/i;
const translation =
  /\b(translat(e[sd]?|ing|ion)|convert(s|ed|ing)?|port(s|ed|ing)?|rewrit(e|ten|ing)|transpile[sd]?)\b/i;
/** A prompt may ask for a translator to be written; a system message is for one. */
const translating = new RegExp(`${translation.source}|\\btranslator\\b`, 'i');

/** Reads the style. The prompt outranks the instructions on all but the role. */
export function readStyle(
  conversation: Pick<Conversation, 'instructions' | 'prompt' | 'answered'>,
  format: ChatRequest['response_format'],
): Style {
  const { instructions, prompt, answered } = conversation;
  const { prose } = partsOf(prompt);
  const audience = audienceIn(prose) ?? audienceIn(instructions);
  const role = roleIn(instructions) ?? roleOfPrompt(prompt, audience);
  return {
    ...(extentIn(prose) ?? extentForRole(role, extentIn(instructions))),
    audience,
    role,
    translateTo:
      translationIn(prompt, translation) ??
      targetOfShownCode(prompt) ??
      translationIn(instructions, translating),
    codeLanguage: languageOfCode(prompt),
    persona: personaIn(instructions, prose),
    register: registerIn(instructions, prose),
    name: answered ? undefined : nameIn(instructions),
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
      return {
        ...style,
        length: style.length === 'brief' ? 'sentence' : 'brief',
        limit: undefined,
      };
    case 'longer':
      return { ...style, length: 'full', limit: undefined };
    case 'example':
      return { ...style, length: 'example', limit: undefined };
    case 'language': {
      const { language } = followUp;
      const translateTo = language === 'Python' ? undefined : style.translateTo && language;
      return { ...style, translateTo, codeLanguage: language };
    }
    case 'manner': {
      const { asked } = followUp;
      const audience = audienceIn(asked);
      return {
        ...style,
        ...extentIn(asked),
        audience: audience ?? style.audience,
        role: audience === 'beginners' ? 'tutor' : style.role,
        persona: personaIn('', asked) ?? style.persona,
        register: registerIn('', asked) ?? style.register,
      };
    }
    case 'thanks':
      return style;
  }
}

type Extent = Pick<Style, 'length' | 'limit'>;

/** Debuggers and reviewers are told to be short about single points, not about the whole. */
function extentForRole(role: Style['role'], asked: Extent | undefined): Extent {
  const full: Extent = { length: 'full', limit: undefined };
  if (role === 'debugger' || role === 'reviewer' || asked === undefined) return full;
  const { length, limit } = asked;
  const inProse = limit === undefined ? length === 'brief' : limit.unit === 'sentences';
  return role === 'tutor' && inProse ? { length: 'lesson', limit: undefined } : asked;
}

/** One sentence or two, or lines, are lengths that every answer has; more is counted. */
function extentIn(text: string): Extent | undefined {
  const limit = limitIn(text);
  if (limit === undefined) return patternsIn(text)(brief) ? { length: 'brief', limit } : undefined;
  const { unit, count } = limit;
  if (count > 2 || (unit !== 'sentences' && unit !== 'lines')) return { length: 'full', limit };
  return { length: count === 1 ? 'sentence' : 'brief', limit: undefined };
}

function roleOfPrompt(prompt: string, audience: Style['audience']): Style['role'] {
  if (patternsIn(prompt)(asksForReview)) return 'reviewer';
  return audience === 'beginners' ? 'tutor' : 'plain';
}

function roleIn(instructions: string): Style['role'] | undefined {
  if (instructions === '') return undefined;
  // A review is told to look for bugs, too: the rarer word decides.
  if (/\breview/i.test(instructions)) return 'reviewer';
  if (/\bdebug|\bbugs?\b|\bfix(es)? (the |this |broken )?code/i.test(instructions))
    return 'debugger';
  if (/\b(tutor|teacher|teach|beginner|friendly|patient)/i.test(instructions)) return 'tutor';
  return undefined;
}

/** `other`: a translation to a language that the corpus does not have. */
function translationIn(text: string, pattern: RegExp): Style['translateTo'] {
  const start = matchesIn(text)(pattern)?.index;
  if (start === undefined) return undefined;
  return targetIn(text.slice(start)) ?? (/\btranslat/i.test(text) ? 'other' : undefined);
}

/** Code with "in Go" or "the Go version" beside it is there to be translated. */
function targetOfShownCode(prompt: string): TargetLanguage | undefined {
  const { prose, showsCode } = partsOf(prompt);
  if (!showsCode) return undefined;
  const named = languageOfCode(prose) ?? targetIn(versionOf.exec(prose)?.[0] ?? '');
  return named === 'Python' ? undefined : named;
}
