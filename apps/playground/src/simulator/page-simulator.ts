import type { Simulator } from '@farebox/simulator';
import { readySimulator } from './ready-simulator.js';

/** Slow enough to watch, fast enough not to wait. */
const pace = { firstTokenMs: 350, tokensPerSecond: 45 };

let loading: Promise<Simulator> | undefined;

/**
 * The provider of this page, made on first use: its words and its tokenizer are most of the page's weight.
 *
 * Only what it is asked waits for the tokenizer: a cell that asks nothing runs at once.
 */
export function pageSimulator(): Promise<Simulator> {
  // What could not be loaded is loaded again when it is asked for again.
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Simulator> {
  const { simulate } = await import('@farebox/simulator');
  const simulator = simulate({ pace });
  let ready: Promise<unknown> | undefined;
  return {
    ...simulator,
    async fetch(input, init) {
      ready ??= readySimulator();
      await ready;
      return simulator.fetch(input, init);
    },
  };
}
