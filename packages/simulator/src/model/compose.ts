import type { ChatRequest } from '@farebox/core';
import { fillSlots, type Segment, segmentsOf } from '../text/template.js';
import { partsFor } from './answer-parts.js';
import { authoredAnswer } from './authored-answer.js';
import type { Composition } from './composition.js';
import { readConversation } from './conversation.js';
import { readFacts } from './draw/facts.js';
import { sourceOf } from './draw/source.js';
import { goOn } from './go-on.js';
import { schemaOf } from './json/schema-of.js';
import { writeJson } from './json/write-json.js';
import { refusalOf } from './refusal-of.js';
import { resultsAnswer } from './tools/results-answer.js';
import { toolCalls } from './tools/tool-calls.js';
import { toolResults } from './tools/tool-results.js';

/**
 * What there is to say to a request: a refusal, calls of tools, an answer in the shape asked for, or the rest of one that was cut off.
 *
 * A refusal is `refusal` where a schema must be kept, and content where it need not, as at OpenAI.
 */
export function compose(request: ChatRequest): Composition {
  const rest = goOn(request, compose);
  if (rest !== undefined) return rest;
  const conversation = readConversation(request.messages);
  const refusal = refusalOf(conversation.prompt);
  if (refusal !== undefined) {
    const kind = request.response_format?.type === 'json_schema' ? 'refusal' : 'content';
    return { sections: [{ kind, segments: segmentsOf(refusal) }], finish: 'stop' };
  }
  const calls = toolCalls(request);
  if (calls !== undefined) return calls;
  const { template, slots, json, parts } = authoredAnswer(request);
  const filled = (text: string) =>
    segmentsOf(text).map(
      ([first, ...others]): Segment => [
        fillSlots(first, slots),
        ...others.map((other) => fillSlots(other, slots)),
      ],
    );
  const results = toolResults(request.messages);
  const told = resultsAnswer(results);
  const prose = told ?? filled(template);
  if (!json && request.response_format?.type !== 'json_schema') {
    return { sections: [{ kind: 'content', segments: prose }], finish: 'stop' };
  }
  const schema = schemaOf(request);
  const partOf = (key: string) =>
    told === undefined && parts !== undefined ? partsFor(parts, key).map(filled) : [];
  const source = sourceOf(readFacts(conversation.prompt, results.known), prose, partOf);
  const { segments } = writeJson(schema, source);
  return { sections: [{ kind: 'content', segments }], finish: 'stop' };
}
