import type { ChatRequest } from '@farebox/core';
import type { FaultStep } from '@farebox/simulator';
import type { ClientAction, FaultCase } from '@farebox/simulator/fault-table';

/** What a run needs to know of a fault. */
export interface FaultSetting {
  /** For `simulate({ faults })`: one step for each request. */
  readonly faults: readonly FaultStep[];
  /** What the request has beside its model and messages. */
  readonly request: Partial<ChatRequest>;
  /** What the caller does: see `callerOf`. */
  readonly client: ClientAction | undefined;
}

/** More requests than a call sends. */
const mostRequests = 8;

/** The fault of a case, for a run of any question. */
export function faultSetting({ script, request, client }: FaultCase): FaultSetting {
  const last = script.at(-1) ?? 'ok';
  // The last step repeats.
  const faults = Array.from({ length: mostRequests }, (_, index) => script[index] ?? last);
  return { faults, request: request ?? {}, client };
}
