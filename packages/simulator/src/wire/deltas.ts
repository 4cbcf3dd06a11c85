import type { ChunkDelta, Logprobs } from '@farebox/core';
import type { Generated, GeneratedSection } from '../model/generated.js';
import { callId } from '../random/identifiers.js';
import type { Piece } from '../tokens/pieces.js';

/** One step of a choice's stream: what it says, and how many tokens that took. */
export interface DeltaStep {
  readonly delta: ChunkDelta;
  readonly tokens: number;
  /** Of the tokens it says; none where the delta says nothing. */
  readonly logprobs: Logprobs | null;
}

/** A choice between its role chunk and its finish chunk: one step per piece. */
export function deltaSteps(choice: Generated, replyId: string, index: number): DeltaStep[] {
  let calls = 0;
  return choice.sections.flatMap((section): DeltaStep[] => {
    if (section.kind !== 'call') {
      return section.pieces.map((piece) => ({
        delta: { [section.kind]: piece.text },
        tokens: piece.tokens,
        logprobs: logprobsOf(section.kind, piece),
      }));
    }
    const position = calls;
    calls += 1;
    return [
      {
        delta: { tool_calls: [opening(section, position, callId(replyId, index, position))] },
        tokens: section.nameTokens,
        logprobs: null,
      },
      ...section.pieces.map((piece) => ({
        delta: { tool_calls: [continuation(section, position, piece.text)] },
        tokens: piece.tokens,
        logprobs: null,
      })),
    ];
  });
}

type Call = Extract<GeneratedSection, { kind: 'call' }>;

function opening({ type, name }: Call, index: number, id: string) {
  return type === 'function'
    ? { index, id, type, function: { name, arguments: '' } }
    : { index, id, type, custom: { name, input: '' } };
}

function continuation({ type }: Call, index: number, text: string) {
  return type === 'function'
    ? { index, function: { arguments: text } }
    : { index, custom: { input: text } };
}

function logprobsOf(kind: 'content' | 'refusal', piece: Piece): Logprobs | null {
  if (piece.logprobs.length === 0) return null;
  const logprobs = [...piece.logprobs];
  return {
    content: kind === 'content' ? logprobs : null,
    refusal: kind === 'refusal' ? logprobs : null,
  };
}
