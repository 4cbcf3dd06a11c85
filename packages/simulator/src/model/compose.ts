import type { ChatRequest } from '@farebox/core';
import { authoredAnswer } from './authored-answer.js';
import type { Composition } from './composition.js';
import { fillSlots, type Segment, segmentsOf } from './template.js';

/** What there is to say to a request: the authored answer that fits, in the shape asked for. */
export function compose(request: ChatRequest): Composition {
  const { template, slots, json } = authoredAnswer(request);
  const segments = segmentsOf(template).map((segment) =>
    alternatives(segment, (text) => fillSlots(text, slots)),
  );
  return {
    sections: [{ kind: 'content', segments: json ? inJson(segments) : segments }],
    finish: 'stop',
  };
}

/** The answer as the one member of a JSON object. */
function inJson(segments: readonly Segment[]): Segment[] {
  const escaped = segments.map((segment) =>
    alternatives(segment, (text) => JSON.stringify(text).slice(1, -1)),
  );
  return [['{"answer":"'], ...escaped, ['"}']];
}

function alternatives([first, ...others]: Segment, change: (text: string) => string): Segment {
  return [change(first), ...others.map(change)];
}
