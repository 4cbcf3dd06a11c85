import type { ChatRequest } from '@farebox/core';
import type { Dice } from './dice.ts';
import type { PlannedClient } from './scenario.ts';
import { weatherTool } from './weather-tool.ts';

const models = ['gpt-4o-mini', 'gpt-4o', 'gpt-4.1-nano', 'gpt-4.1'] as const;

/** A client with its request, its clocks and its layers. */
export function drawClient(roll: Dice, ledger: number, scopes: readonly number[]): PlannedClient {
  const kind = roll.pickBy({ chat: 3, layers: 2 });
  const request = drawRequest(roll);
  const isShort = roll.chance(0.6);
  return {
    kind,
    ledger,
    scopes,
    request,
    system: roll.chance(0.3) ? 'Answer in one sentence.' : undefined,
    clocks: isShort ? shortClocks(roll, request.stream !== false) : {},
    retries: roll.pick([undefined, 0, 1, 2, 4]),
    maxRetryAfterMs: roll.pick([undefined, undefined, 0, 500, 120_000]),
    quotaTokens: roll.chance(0.15) ? roll.whole(0, 40) : undefined,
    limiter: roll.chance(0.25)
      ? {
          concurrency: roll.pick([undefined, 1, 2]),
          requestsPerMinute: roll.pick([undefined, 2, 30]),
          tokensPerMinute: roll.pick([undefined, 60, 400, 4_000]),
        }
      : undefined,
    breaker: roll.chance(0.25)
      ? { minimumCalls: roll.whole(1, 3), openMs: roll.pick([100, 2_000, 30_000]) }
      : undefined,
    fallbackModels: models
      .filter((model) => model !== request.model)
      .slice(0, roll.pick([0, 0, 0, 1, 2])),
    onTruncated: roll.pickBy({ throw: 3, restart: 1, continue: 1 }),
    resumptions: roll.pick([undefined, 1, 2]),
    drain: roll.chance(0.4)
      ? { ms: roll.pick([undefined, 50, 500, 20_000]), bytes: roll.pick([undefined, 300, 3_000]) }
      : undefined,
  };
}

function drawRequest(roll: Dice): Omit<ChatRequest, 'messages'> {
  const ceiling = roll.pick([undefined, 1, 3, 16, 60, 60, 200]);
  return {
    model: roll.chance(0.03) ? 'mystery-1' : roll.pick(models),
    ...(ceiling !== undefined && { max_completion_tokens: ceiling }),
    ...(roll.chance(0.25) && { stream: false }),
    ...(roll.chance(0.15) && { tools: [weatherTool] }),
    ...(roll.chance(0.08) && { n: 2 }),
    ...(roll.chance(0.05) && { service_tier: 'flex' as const }),
    ...(roll.chance(0.05) && { seed: roll.whole(1, 9) }),
  };
}

/** Clocks that run out in the middle of what the provider draws; a JSON reply has no other than the total. */
function shortClocks(roll: Dice, streams: boolean): PlannedClient['clocks'] {
  return {
    headersMs: roll.pick([300, 2_000, 20_000]),
    firstChunkMs: roll.pick([300, 2_000, 20_000]),
    idleMs: roll.pick([200, 2_000, 20_000]),
    unreadMs: roll.pick([500, 5_000, 50_000]),
    totalMs: roll.pick([400, 3_000, 30_000, streams ? Number.POSITIVE_INFINITY : 90_000]),
  };
}
