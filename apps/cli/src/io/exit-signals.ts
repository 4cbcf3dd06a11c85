/** What ends a command early, and the exit code that says so: 128 and the signal's number. */
const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

export type ExitSignal = keyof typeof exitCodes;

/** As what `fetch` and the like expect of an abort. */
class SignalReceived extends DOMException {
  readonly signal: ExitSignal;

  constructor(signal: ExitSignal) {
    super(`The command was ended by ${signal}.`, 'AbortError');
    this.signal = signal;
  }
}

/** A part of `process`, so that a test can send a signal that ends nothing. */
interface Signalled {
  once(signal: ExitSignal, listener: () => void): unknown;
  exit(code: number): void;
}

/**
 * Aborts on Ctrl-C, when the process is asked to end, and when its terminal is gone; a second signal ends it on the
 * spot, in case the first one is not heard.
 *
 * The abort's reason has the name of the signal.
 */
export function exitSignals(process: Signalled): AbortSignal {
  const told = new AbortController();
  for (const signal of Object.keys(exitCodes) as ExitSignal[]) {
    const hear = () => {
      if (told.signal.aborted) process.exit(exitCodes[signal]);
      told.abort(new SignalReceived(signal));
      process.once(signal, hear);
    };
    process.once(signal, hear);
  }
  return told.signal;
}

/** The exit code of a command: where a signal ended it, that of the signal. */
export function exitCodeOf(code: number, interrupted: AbortSignal): number {
  const isAborted = code === exitCodes.SIGINT && interrupted.aborted;
  return isAborted ? exitCodes[(interrupted.reason as SignalReceived).signal] : code;
}
