import { type Picodollars, toUsd } from '@farebox/core';
import { totalCost } from '@farebox/cost';
import { estimate } from '../call/estimate.js';
import { replyBytes } from '../wire/reply-bytes.js';
import type { ReplyRecord } from '../wire/run-record.js';
import { wireMap } from '../wire/wire-map.js';
import { deltaText } from './delta-text.js';
import type { InspectedRun } from './inspected-run.js';

/** What a run is thought to have cost at a time. Dollars. */
export interface CostPoint {
  readonly atMs: number;
  readonly usd: number;
}

/** What a run cost while it went on, and what it came to. */
export interface CostCurve {
  /** By what had arrived; the attempts before the last are in it at what they were charged. */
  readonly points: readonly CostPoint[];
  /** The receipts' total; undefined while there is none, or a cost that is unknown. */
  readonly total?: {
    readonly amount: Picodollars;
    readonly known: 'reported' | 'estimated' | 'bounded';
  };
  /** The most that was set aside at once. */
  readonly reserved?: Picodollars;
  /** Of the last answer, by its length and the time from its first text to its last. */
  readonly tokensPerSecond?: number;
}

/** The cost of a run over its time: a guess by length while it streams, then what its receipts say. */
export function costCurve({ asked, record, receipts }: Omit<InspectedRun, 'name'>): CostCurve {
  const reply = record.replies.at(-1);
  if (reply === undefined || asked === undefined) return { points: [] };
  const { model, messages, prices, at } = asked;
  const before = receipts.filter(({ attempt }) => attempt < reply.attempt);
  const spent = totalCost(before).amount;
  const usdOf = (answer: string) => {
    const { cost } = estimate(prices, model, messages, answer, at);
    return cost === undefined ? undefined : toUsd(spent + cost);
  };
  const texts = textOverTime(reply);
  const points = [{ atMs: reply.sentAtMs, text: '' }, ...texts].flatMap(({ atMs, text }) => {
    const usd = usdOf(text);
    return usd === undefined ? [] : [{ atMs, usd }];
  });
  const { known, amount } = totalCost(receipts);
  const reserved = receipts.reduce((most, receipt) => max(most, receipt.reserved), 0n);
  const speed = tokensPerSecond(
    texts,
    (text) => estimate(prices, model, [], text, at).outputTokens,
  );
  const isOver = record.phase === 'ended' && receipts.length > 0;
  return {
    points,
    ...(isOver && known !== 'unknown' && { total: { amount, known } }),
    ...(reserved > 0n && { reserved }),
    ...(speed !== undefined && { tokensPerSecond: speed }),
  };
}

interface TextAt {
  readonly atMs: number;
  readonly text: string;
}

/** How much of an answer there was after each read that had some of it. */
function textOverTime(reply: ReplyRecord): readonly TextAt[] {
  const { bytes, cuts } = replyBytes(reply);
  const { events } = wireMap(bytes, reply.status);
  const points: TextAt[] = [];
  let text = '';
  let next = 0;
  for (const { at, atMs } of cuts) {
    const before = text;
    for (; (events[next]?.to ?? Number.POSITIVE_INFINITY) <= at; next++) {
      text += deltaText(events[next]?.data ?? '');
    }
    if (text !== before) points.push({ atMs, text });
  }
  return points;
}

function tokensPerSecond(
  texts: readonly TextAt[],
  tokensIn: (text: string) => number,
): number | undefined {
  const [first, last] = [texts[0], texts.at(-1)];
  if (first === undefined || last === undefined || last.atMs <= first.atMs) return undefined;
  const tokens = tokensIn(last.text) - tokensIn(first.text);
  return (1000 * tokens) / (last.atMs - first.atMs);
}

function max(a: Picodollars, b: Picodollars): Picodollars {
  return a > b ? a : b;
}
