import type { ChatRequest } from '@farebox/core';
import { bugs } from '../corpus/bugs.js';
import { pieces } from '../corpus/pieces.js';
import type { Bug, Topic } from '../corpus/topic.js';
import { topics } from '../corpus/topics.js';
import { readConversation } from './conversation.js';
import { echo, unknownCode, unknownTopic } from './fallback.js';
import { bestBug, bestBySignals } from './match.js';
import { reviewOf } from './review.js';
import { readStyle, type Style } from './style.js';
import type { Slots } from './template.js';
import { translationOf } from './translate.js';
import { inPirate, tutorClosing, tutorOpening } from './voice.js';

/** An answer before the dice are thrown. */
export interface Composition {
  readonly template: string;
  readonly slots: Slots;
  /** Whether the text goes into a JSON object. */
  readonly json: boolean;
}

/** Finds the authored answer for a request, and brings it into the style that was asked for. */
export function compose(request: ChatRequest): Composition {
  const conversation = readConversation(request.messages);
  const style = readStyle(conversation, request.response_format);
  const { template, slots } = content(conversation.prompt, style);
  return { template: style.pirate ? inPirate(template) : template, slots, json: style.json };
}

type Content = Pick<Composition, 'template' | 'slots'>;

function content(prompt: string, style: Style): Content {
  const unknown = { template: unknownTopic, slots: { topic: echo(prompt) } };
  if (style.translateTo === 'other') return unknown;
  if (style.translateTo !== undefined) return translationOf(prompt, style.translateTo) ?? unknown;
  if (style.role === 'reviewer') {
    const review = reviewOf(prompt);
    if (review !== undefined) return review;
  }
  const found = bestBug(bugs, prompt);
  const topic = bestBySignals(topics, prompt);
  if (found !== undefined && (topic === undefined || found.points >= topic.points)) {
    return { template: bugAnswer(found.bug, style), slots: found.slots };
  }
  if (topic !== undefined) return { template: topicAnswer(topic.entry, style), slots: {} };
  const piece = bestBySignals(pieces, prompt);
  if (piece !== undefined) return { template: piece.entry.text, slots: {} };
  return style.role === 'debugger' ? { ...unknown, template: unknownCode } : unknown;
}

function topicAnswer(topic: Topic, style: Style): string {
  const [first] = topic.brief;
  if (style.length === 'sentence') return first;
  if (style.length === 'brief') return topic.brief.join('\n');
  const { example } = topic;
  const shown = example === undefined ? [] : [fence(example.language, example.code)];
  const body =
    style.length === 'lesson' ? [first, ...shown] : [topic.explanation, ...shown, topic.notes];
  return (style.role === 'tutor' ? [tutorOpening, ...body, tutorClosing] : body).join('\n\n');
}

function bugAnswer(bug: Bug, style: Style): string {
  if (style.length === 'sentence') return bug.cause;
  if (style.length === 'brief') return `${bug.cause}\n${bug.lesson}`;
  const fix = fence('python', bug.fix);
  if (style.role === 'debugger') {
    return `**Root cause:** ${bug.cause}\n\n**Fixed code:**\n\n${fix}\n\n${bug.lesson}`;
  }
  const body = [
    bug.cause,
    `[[Here is a version that works:|This version works:|Write it like this instead:]]`,
    fix,
    bug.lesson,
  ];
  return (style.role === 'tutor' ? [tutorOpening, ...body, tutorClosing] : body).join('\n\n');
}

function fence(language: string, code: string): string {
  return `\`\`\`${language}\n${code}\n\`\`\``;
}
