import type { Receipt } from '@farebox/cost';
import type { AttemptMoney, FaultCase } from '@farebox/simulator/fault-table';
import { inSeconds } from '../timeline/in-seconds.js';
import { wholeAnswer } from './answer.js';
import type { FaultEnd, FaultRun } from './fault-run.js';

/** One claim of the table, and what a run made of it. */
export interface VerdictLine {
  readonly what: string;
  /** What the table says is right. */
  readonly right: string;
  /** What was seen; undefined until the run has ended. */
  readonly seen: string | undefined;
  readonly agrees: boolean | undefined;
}

/** What the table claims of a case, beside what a run of it shows. */
export function verdict(faultCase: FaultCase, run: FaultRun): readonly VerdictLine[] {
  const { expected } = faultCase;
  const { end, receipts } = run.phase === 'ended' ? run : { ...run, end: undefined };
  const error = typeof end === 'object' ? end : undefined;
  const line = (what: string, right: string, seen: string, agrees = right === seen) => ({
    what,
    right,
    seen: end === undefined ? undefined : seen,
    agrees: end === undefined ? undefined : agrees,
  });
  const lines = [
    line('Ends as', expected.kind, end === undefined ? '' : kindOf(end)),
    line('Delivered', rightlyDelivered(faultCase), seenDelivered(faultCase, run)),
    line('Attempts', `${expected.attempts}`, `${receipts.length}`),
    line('Charged', moneyText(expected.money), moneyText(receipts.map(moneyOf))),
    line('Exit code', `${expected.exit}`, `${error?.exit ?? 0}`),
  ];
  if (expected.code !== undefined) {
    lines.splice(1, 0, line('Code', expected.code, error?.code ?? 'none'));
  }
  if (expected.retryAfterMs !== undefined) {
    lines.push(line('Was told to wait', inSeconds(expected.retryAfterMs), toldToWait(end)));
  }
  const bounds = boundsOf(expected);
  if (bounds !== undefined) {
    const [waited] = waitsOf(run);
    const fits = waited !== undefined && waited >= bounds.leastMs && waited <= bounds.mostMs;
    lines.push(
      line('First wait', bounds.text, waited === undefined ? 'none' : inSeconds(waited), fits),
    );
  }
  return lines;
}

/** Whether a run did all that the table says; undefined while there is nothing to say. */
export function agrees(lines: readonly VerdictLine[]): boolean | undefined {
  if (lines.some((line) => line.agrees === undefined)) return undefined;
  return lines.every((line) => line.agrees);
}

/** How an attempt was charged, in the words of the table. */
function moneyOf({ cost }: Receipt): AttemptMoney | 'unknown' {
  if (cost.known === 'unknown') return 'unknown';
  return cost.known === 'reported' && cost.amount === 0n ? 'none' : cost.known;
}

/** Each attempt's charge in a word. */
const words: Readonly<Record<AttemptMoney | 'unknown', string>> = {
  none: 'nothing',
  reported: 'exact',
  estimated: 'assumed price',
  bounded: 'at most',
  unknown: 'unknown',
};

function moneyText(money: readonly (AttemptMoney | 'unknown')[]): string {
  const [first] = money;
  const alike = money.length > 1 && money.every((one) => one === first);
  if (alike && first !== undefined) return `${money.length} × ${words[first]}`;
  return money.map((one) => words[one]).join(', then ');
}

function kindOf(end: FaultEnd): string {
  return typeof end === 'string' ? end : end.kind;
}

/** Where the provider itself changed the answer: a chunk comes twice, or bytes are no UTF-8. */
const changed: ReadonlySet<string> = new Set(['repeated-chunks', 'invalid-utf8']);

function rightlyDelivered({ name, expected, request }: FaultCase): string {
  if (!expected.delivered) return 'nothing';
  if (expected.kind !== 'completed') return 'a part';
  if (request?.tools !== undefined) return 'a tool call';
  return changed.has(name) ? 'what was sent' : 'the whole answer';
}

function seenDelivered({ name }: FaultCase, { end, text, toolCalls }: FaultRun): string {
  if (toolCalls > 0) return 'a tool call';
  const part = text === '' ? 'nothing' : 'a part';
  if (typeof end === 'object' && end.delivered !== (text !== '')) return `${part}, not as it says`;
  if (end !== 'completed') return part;
  if (changed.has(name) && text !== '') return 'what was sent';
  return text === wholeAnswer ? 'the whole answer' : 'another text';
}

function toldToWait(end: FaultEnd | undefined): string {
  const ms = typeof end === 'object' ? end.retryAfterMs : undefined;
  return ms === undefined ? 'nothing' : inSeconds(ms);
}

function boundsOf({ waitsAtLeastMs, waitsAtMostMs }: FaultCase['expected']) {
  if (waitsAtLeastMs === undefined && waitsAtMostMs === undefined) return undefined;
  const leastMs = waitsAtLeastMs ?? 0;
  const mostMs = waitsAtMostMs ?? Number.POSITIVE_INFINITY;
  const least = `${inSeconds(leastMs)} or more`;
  const most = `at most ${inSeconds(mostMs)}`;
  if (waitsAtMostMs === undefined) return { leastMs, mostMs, text: least };
  if (leastMs === mostMs) return { leastMs, mostMs, text: inSeconds(leastMs) };
  return { leastMs, mostMs, text: leastMs === 0 ? most : `${inSeconds(leastMs)} or more, ${most}` };
}

function waitsOf({ record }: FaultRun): number[] {
  return record.steps.flatMap((step) => (step.type === 'wait' ? [step.waitMs] : []));
}
