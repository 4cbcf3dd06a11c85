import type { ChatRequest, FinishReason } from '@farebox/core';
import type { Composition, Section } from './composition.js';

/** A tool call that a script makes. */
export interface ScriptedToolCall {
  readonly name: string;
  /** An object is sent as JSON; a string as it is, so that it can be broken JSON. */
  readonly arguments: string | Readonly<Record<string, unknown>>;
}

/** What a script says instead of the model. */
export interface ScriptedReply {
  readonly content?: string;
  readonly refusal?: string;
  readonly toolCalls?: readonly ScriptedToolCall[];
  /** Default: `tool_calls` with tool calls, otherwise `stop`. A ceiling or a stop sequence outranks it. */
  readonly finish?: FinishReason;
}

/** Answers a request, or leaves it, with `undefined`, to what comes after. */
export type AnswerRule = (request: ChatRequest) => string | ScriptedReply | undefined;

/** The next answer, which is used up; or a rule, which stays. A string is its content. */
export type ScriptedAnswer = string | ScriptedReply | AnswerRule;

/**
 * Takes what the script has for a request: the first entry that is no rule, or a rule that answers.
 *
 * @returns `undefined` where it has nothing, and the model answers.
 * @throws {TypeError} when an entry says nothing.
 */
export function takeScripted(
  script: ScriptedAnswer[],
  request: ChatRequest,
): Composition | undefined {
  for (const [index, entry] of script.entries()) {
    if (typeof entry !== 'function') {
      script.splice(index, 1);
      return compositionOf(entry);
    }
    const reply = entry(request);
    if (reply !== undefined) return compositionOf(reply);
  }
  return undefined;
}

/** @throws {TypeError} when an entry of the script says nothing. */
export function checkScripted(answer: ScriptedAnswer): void {
  if (typeof answer !== 'function') compositionOf(answer);
}

function compositionOf(reply: string | ScriptedReply): Composition {
  const {
    content,
    refusal,
    toolCalls = [],
    finish,
  } = typeof reply === 'string' ? { content: reply } : reply;
  const sections: Section[] = [];
  if (content !== undefined) sections.push({ kind: 'content', segments: [[content]] });
  if (refusal !== undefined) sections.push({ kind: 'refusal', segments: [[refusal]] });
  for (const { name, arguments: given } of toolCalls) {
    const text = typeof given === 'string' ? given : JSON.stringify(given);
    sections.push({ kind: 'call', type: 'function', name, segments: [[text]] });
  }
  if (sections.length === 0) {
    throw new TypeError('A scripted answer says nothing; give it content, refusal or toolCalls.');
  }
  return { sections, finish: finish ?? (toolCalls.length > 0 ? 'tool_calls' : 'stop') };
}
