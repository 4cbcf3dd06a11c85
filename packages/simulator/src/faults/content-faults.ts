import type { ReplyPlan } from '../wire/plan.js';
import type { Fault } from './fault.js';
import { bom, bomInside, cr, crlf, invalidUtf8, mixedLineEnds, twoBoms } from './odd-bytes.js';
import {
  badChoiceIndex,
  emptyChoices,
  nullDeltas,
  protoKeys,
  repeatedChunks,
} from './odd-chunks.js';
import { otherModel, otherModelName, otherTier, otherTierNamed } from './other-service.js';
import {
  badToolIndex,
  emptyToolArguments,
  invalidToolArguments,
  lateToolName,
  repeatedToolName,
  sparseToolIndex,
  splitToolArguments,
} from './tool-call-faults.js';
import { usageEverywhere, usageNull, wrongUsage } from './usage-faults.js';

/** Faults in what a whole reply is made of: its headers, bytes, chunks, tool calls, usage, and who gave it. */
export const contentFaults = {
  'wrong-content-type': { bend: declared({ events: 'application/json', json: 'text/plain' }) },
  'wrong-charset': {
    bend: declared({
      events: 'text/event-stream; charset=iso-8859-1',
      json: 'application/json; charset=iso-8859-1',
    }),
  },
  'invalid-utf8': { respell: invalidUtf8 },
  crlf: { respell: crlf },
  cr: { respell: cr },
  'mixed-line-ends': { respell: mixedLineEnds },
  bom: { respell: bom },
  'two-boms': { respell: twoBoms },
  'bom-inside': { bend: bomInside },
  'repeated-chunks': { bend: repeatedChunks },
  'bad-choice-index': { bend: badChoiceIndex, reads: ['index'] },
  'null-deltas': { bend: nullDeltas },
  'empty-choices': { bend: emptyChoices },
  'proto-keys': { bend: protoKeys },
  'bad-tool-index': { bend: badToolIndex, reads: ['index'] },
  'sparse-tool-index': { bend: sparseToolIndex },
  'split-tool-arguments': { bend: splitToolArguments },
  'empty-tool-arguments': { bend: emptyToolArguments },
  'invalid-tool-arguments': { bend: invalidToolArguments },
  'repeated-tool-name': { bend: repeatedToolName },
  'late-tool-name': { bend: lateToolName },
  'usage-everywhere': { rewrite: usageEverywhere },
  'usage-null': { bend: usageNull },
  'wrong-usage': { bend: wrongUsage, reads: ['usage'] },
  'other-model': { rewrite: otherModel, bend: otherModelName, reads: ['model'] },
  'other-tier': { rewrite: otherTier, bend: otherTierNamed, reads: ['tier'] },
} as const satisfies Record<string, Fault>;

/** The reply under another content type. */
function declared(types: Readonly<Record<ReplyPlan['kind'], string>>) {
  return (plan: ReplyPlan): ReplyPlan => ({
    ...plan,
    headers: { ...plan.headers, 'content-type': types[plan.kind] },
  });
}
