import { ChatError, type Layer } from '@farebox/core';

export interface DrainOptions {
  /** How long a reply is read on. Default 2,000. */
  readonly ms?: number | undefined;
  /** How much of it is read on. Default 1 MiB. */
  readonly bytes?: number | undefined;
}

/**
 * Reads a reply on for a while once its caller has aborted or its reader has left, for the usage at its end: the
 * attempt is then charged what it cost, and not the most that it can cost.
 *
 * The trap: a provider whose connection stays open goes on generating, and bills it. A drain buys an exact
 * figure and not less money; where closing the connection ends the generation, it costs more. The caller waits for
 * nothing; the receipt, the place in the limiter and the reservation last until the drain is over. Put it anywhere
 * outside the transport. Nothing is drained before the reply's headers, nor after a clock, a broken connection, a
 * reply that is too large or a budget has ended it; the deadline and the idle clock end a drain as well.
 *
 * @throws {ChatError} `configuration`, at once, for a bound that is none.
 * @example
 * const call = stack(deadline(), drain({ ms: 2_000 }), retry(), meter({ ledger }), clocks())(transport);
 */
export function drain(options: DrainOptions = {}): Layer {
  const { ms = 2_000, bytes = 1024 * 1024 } = options;
  checkBound('ms', ms);
  checkBound('bytes', bytes);
  const bounds = { ms, bytes };
  return (next) => (request, context) => next(request, { ...context, drain: bounds });
}

function checkBound(name: keyof DrainOptions, value: unknown): void {
  if (typeof value === 'number' && value > 0 && Number.isFinite(value)) return;
  const shown = typeof value === 'number' ? `${value}` : `a ${typeof value}`;
  throw new ChatError({
    kind: 'configuration',
    message: `drain.${name} is ${shown}; it must be more than 0, and an end.`,
    fix: 'Leave drain out to close connections at once.',
  });
}
