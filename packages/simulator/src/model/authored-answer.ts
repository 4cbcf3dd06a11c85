import type { ChatRequest } from '@farebox/core';
import { youAreWelcome } from '../corpus/replies.js';
import { wholeParts } from './answer-parts.js';
import { readConversation } from './conversation.js';
import { echo, unknownCode, unknownTopic } from './fallback.js';
import { followUpIn } from './follow-up.js';
import { reviewOf } from './review.js';
import { readStyle, restyled, type Style } from './style.js';
import { asksAboutCode, subjectOf } from './subject.js';
import { answerAbout, type Content } from './subject-answer.js';
import { codeTranslationOf, translationOf } from './translate.js';
import { voiced, voicedParts } from './voice.js';

/** What the corpus has for a request. */
export interface AuthoredAnswer extends Content {
  /** Whether the text goes into a JSON object. */
  readonly json: boolean;
}

/**
 * Finds the authored answer for a request, and brings it into the style that was asked for.
 *
 * A follow-up is answered about the last user message before it that is none.
 */
export function authoredAnswer(request: ChatRequest): AuthoredAnswer {
  const { instructions, prompt, earlier, answered } = readConversation(request.messages);
  const followUp = followUpIn(prompt);
  const before = followUp && earlier.find((text) => followUpIn(text) === undefined);
  const question = before ?? prompt;
  const asked = readStyle({ instructions, prompt: question, answered }, request.response_format);
  const style = followUp && before !== undefined ? restyled(asked, followUp) : asked;
  const found = followUp?.wish === 'thanks' ? thanked(question) : content(question, style);
  const slots = { ...found.slots, ...(style.name !== undefined && { persona: style.name }) };
  if (found.parts === undefined) return { ...found, slots, json: style.json };
  const template = voiced(found.template, style, found.question);
  const parts = voicedParts(found.parts, style);
  return { ...found, template, slots, parts, json: style.json };
}

function content(prompt: string, style: Style): Content {
  const unknown = { template: unknownTopic, slots: { topic: echo(prompt) } };
  if (style.translateTo === 'other') return unknown;
  if (style.translateTo !== undefined) return translationOf(prompt, style.translateTo) ?? unknown;
  if (style.codeLanguage !== undefined && style.codeLanguage !== 'Python') {
    const translation = codeTranslationOf(prompt, style.codeLanguage);
    if (translation !== undefined) return translation;
  }
  if (style.role === 'reviewer') {
    const review = reviewOf(prompt, style);
    if (review !== undefined) return review;
  }
  const debugging = style.role === 'debugger';
  const subject = subjectOf(prompt, debugging);
  if (subject !== undefined) return answerAbout(subject, prompt, style);
  return debugging || asksAboutCode(prompt) ? { ...unknown, template: unknownCode } : unknown;
}

function thanked(question: string): Content {
  const about = subjectOf(question)?.entry.name;
  const slots = about === undefined ? {} : { about };
  return { template: youAreWelcome, slots, parts: wholeParts('thanks', youAreWelcome) };
}
