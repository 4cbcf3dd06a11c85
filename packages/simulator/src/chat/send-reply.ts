import { sleep } from '../clock/abortable.js';
import type { Provider } from '../provider.js';
import { dice } from '../random/dice.js';
import { PlainHeaders } from '../reply/plain-headers.js';
import type { PlainReply } from '../reply/plain-reply.js';
import { replyBody } from '../wire/body.js';
import { timetable } from '../wire/pace.js';
import type { ChatCall } from './chat-call.js';
import type { MadeReply } from './make-reply.js';

/**
 * A reply on its way: a stream at its pace, a JSON reply once its last token is due.
 *
 * What was kept is there already, and keeps no pace.
 */
export async function sendReply(
  { clock, pace, seed }: Provider,
  { arrival, line }: ChatCall,
  { plan, wholeTokens, replayed, limits }: MadeReply,
): Promise<PlainReply> {
  const { startedMs, signal, number } = arrival;
  const dueMs =
    pace === undefined || replayed
      ? undefined
      : timetable(pace, dice(`${seed.any}:pace:${number}`));
  const streams = plan.kind === 'events';
  if (!streams && dueMs !== undefined) {
    const elapsedMs = clock.monotonicMs() - startedMs;
    await sleep(clock, dueMs(plan.upfrontTokens) - elapsedMs, signal);
  }
  const goOn = () => {
    const { sentTokens } = line.request();
    const leftTokens = wholeTokens - sentTokens;
    if (leftTokens <= 0) return;
    const share = dice(`${seed.any}:rest:${number}`)();
    line.generated(sentTokens + Math.floor(share * (leftTokens + 1)));
  };
  const body = replyBody({
    plan,
    line,
    clock,
    dueMs: streams ? dueMs : undefined,
    goOn,
    startedMs,
    signal,
  });
  const contentType = streams ? 'text/event-stream; charset=utf-8' : 'application/json';
  const headers = new PlainHeaders({
    'content-type': contentType,
    ...limits,
    ...(replayed ? { 'idempotent-replayed': 'true' } : {}),
    ...plan.headers,
  });
  return { status: 200, ok: true, headers, body };
}
