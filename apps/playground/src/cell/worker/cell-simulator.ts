import type { FaultStep, NamedFault, SimulateOptions, Simulator } from '@farebox/simulator';

/**
 * `simulate()` as a cell has it: the page's simulator, with a script of faults.
 *
 * The simulator itself is too large to be loaded once more for each run. Its words and its pace are those of the
 * page, so `faults` is all that can be chosen here.
 */
export function simulate({ faults = [], ...others }: SimulateOptions = {}): Simulator {
  const [other] = Object.keys(others);
  if (other !== undefined) throw notHere(`simulate({ ${other} })`);
  const script = [...faults];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const step = script.shift() ?? 'ok';
    if (step !== 'ok') request.headers.set('x-simulator-fault', headerOf(step));
    return globalThis.fetch(request);
  };
  return {
    faults: script,
    fetch,
    bareFetch: fetch,
    get books(): never {
      throw notHere('simulator.books');
    },
    get answers(): never {
      throw notHere('simulator.answers');
    },
  };
}

/** A step as the header has it: `rate-limit; retry-after-ms=2000, no-usage`. */
function headerOf(step: Exclude<FaultStep, 'ok'>): string {
  const named: readonly NamedFault[] =
    typeof step === 'string' ? [{ fault: step }] : 'fault' in step ? [step] : step;
  return named
    .map(({ fault, ...settings }) => {
      const written = Object.entries(settings).map(
        ([name, value]) => `${kebab(name)}=${JSON.stringify(value)}`,
      );
      return [fault, ...written].join('; ');
    })
    .join(', ');
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function notHere(what: string): Error {
  return Object.assign(new Error(`${what} is not there in a cell.`), {
    name: 'SimulatorError',
    fix: 'Here simulate({ faults }) is the simulator of the page. In a project of your own it has all its options.',
  });
}
