import type { Simulator } from '@farebox/simulator';
import { readySimulator } from './ready-simulator.js';

/** Slow enough to watch, fast enough not to wait. */
const pace = { firstTokenMs: 350, tokensPerSecond: 45 };

/** The provider of this page, made on first use: its words and its tokenizer are most of the page's weight. */
export function simulatorLoader(): () => Promise<Simulator> {
  let loading: Promise<Simulator> | undefined;
  return () => {
    loading ??= readySimulator().then(({ simulate }) => simulate({ pace }));
    return loading;
  };
}
