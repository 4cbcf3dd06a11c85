import type { ChatRequest, HeaderReader } from '@farebox/core';
import { invalidRequest } from '../refusal/refusal.js';
import { type ReplyPlan, withText } from '../wire/plan.js';
import type { Fault } from './fault.js';
import { parseFaultHeader } from './fault-header.js';
import { faults } from './faults.js';
import { type FaultStep, faultsOf, type NamedFault } from './script.js';

/** The faults of one request: those of its own header, else the next step of the script. */
export function nextFaults(script: FaultStep[], headers: HeaderReader): readonly NamedFault[] {
  const header = headers.get('x-simulator-fault');
  try {
    return header === null ? faultsOf(script.shift() ?? 'ok') : parseFaultHeader(header);
  } catch (error) {
    if (header === null || !(error instanceof TypeError)) throw error;
    throw invalidRequest(error.message, 'x-simulator-fault', 'invalid_value');
  }
}

/** The request as the faults leave it. */
export function rewritten(request: ChatRequest, asked: readonly NamedFault[]): ChatRequest {
  return asked.reduce((current, { fault, ...settings }) => {
    const { rewrite } = faults[fault] as Partial<Extract<Fault, { rewrite: unknown }>>;
    return rewrite === undefined ? current : rewrite(current, settings);
  }, request);
}

/** The reply as the faults leave it: what it says changes in the order of the faults, then how it is spelt. */
export function bent(plan: ReplyPlan, asked: readonly NamedFault[]): ReplyPlan {
  if (asked.length === 0) return plan;
  const said = asked.reduce<ReplyPlan>(
    (current, { fault, ...settings }) => {
      const { bend } = faults[fault] as Partial<Extract<Fault, { bend: unknown }>>;
      return bend === undefined ? current : bend(current, settings);
    },
    // Now, and in order: a fault may look at any frame, and what is drawn for it stays the same.
    { ...plan, frames: plan.frames.map((frame) => withText(frame, frame.write())) },
  );
  return asked.reduce((current, { fault }) => {
    const { respell } = faults[fault] as Partial<Extract<Fault, { respell: unknown }>>;
    return respell === undefined ? current : respell(current);
  }, said);
}
