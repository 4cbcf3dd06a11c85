import type { Simulator } from '@farebox/simulator';
import { readySimulator } from './ready-simulator.js';

/** Slow enough to watch, fast enough not to wait. */
const pace = { firstTokenMs: 350, tokensPerSecond: 45 };

/**
 * The provider of this page, made on first use: its words and its tokenizer are most of the page's weight.
 *
 * Only what it is asked waits for the tokenizer: a cell that asks nothing runs at once.
 */
export function simulatorLoader(): () => Promise<Simulator> {
  let loading: Promise<Simulator> | undefined;
  return () => {
    loading ??= load();
    return loading;
  };
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
