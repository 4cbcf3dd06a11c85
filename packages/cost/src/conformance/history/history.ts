/** What is asked for under one id, each time it is reserved: the same id is the same reservation. */
export interface Wish {
  readonly holder: number;
  readonly units: number;
  readonly atLeast?: number;
  readonly scopes: readonly number[];
}

/** One thing that somebody does with a ledger. Ids are few, so that repeats and races are many. */
export type Action =
  | { readonly do: 'reserve'; readonly id: number }
  | {
      readonly do: 'settle';
      readonly holder: number;
      readonly id: number;
      /** Of what was reserved, in percent; above 100 it is an overrun. */
      readonly percent: number;
    }
  | { readonly do: 'release'; readonly holder: number; readonly id: number }
  | { readonly do: 'look'; readonly holder: number; readonly scope: number };

/** What happens at once, or between two such moments. */
export type Step =
  | { readonly together: readonly Action[] }
  | { readonly clockHours: number }
  | { readonly reopen: number }
  | { readonly kill: number };

export interface History {
  /** By id. */
  readonly wishes: readonly Wish[];
  readonly steps: readonly Step[];
}

const ids = 8;
/** From the year that checks begin in to 1970. */
const farHours = 498_852;
export const holdersInHistory = 3;

/** A random history: batches of concurrent actions, and now and then a clock, a reopening, a death. */
export function randomHistory(random: () => number, withDeaths: boolean): History {
  const upTo = (count: number) => Math.floor(random() * count);
  const wishes = Array.from({ length: ids }, (): Wish => {
    const scopes = [[0], [1], [0, 1], [1, 0, 2], [0, 1, 2, 0], [2]][upTo(6)] ?? [];
    const atLeast = random() < 0.2 ? { atLeast: upTo(30) } : {};
    return { holder: upTo(holdersInHistory), units: upTo(70), ...atLeast, scopes };
  });
  const action = (): Action => {
    const holder = upTo(holdersInHistory);
    const id = upTo(ids);
    const dice = random();
    if (dice < 0.5) return { do: 'reserve', id };
    if (dice < 0.8) {
      const percent = random() < 0.04 ? 130 : upTo(101);
      return { do: 'settle', holder, id, percent };
    }
    if (dice < 0.9) return { do: 'release', holder, id };
    return { do: 'look', holder, scope: upTo(3) };
  };
  const steps = Array.from({ length: 1 + upTo(12) }, (): Step => {
    const dice = random();
    if (dice < 0.1) return { clockHours: [-24, -1, 1, 24, -farHours, farHours][upTo(6)] ?? 1 };
    if (dice < 0.13) return { reopen: upTo(2) };
    if (dice < 0.2 && withDeaths) return { kill: upTo(holdersInHistory) };
    return { together: Array.from({ length: 1 + upTo(6) }, action) };
  });
  return { wishes, steps };
}

/** One line for each step, to be read by a person. */
export function describeHistory({ wishes, steps }: History): string {
  const lineOf = (action: Action) =>
    JSON.stringify(action.do === 'reserve' ? { ...action, ...wishes[action.id] } : action);
  return steps
    .map((step) => {
      if ('clockHours' in step) return `the clock moves by ${step.clockHours} hours`;
      if ('reopen' in step) return `scope ${step.reopen} is reopened`;
      if ('kill' in step) return `holder ${step.kill} is killed, and replaced`;
      return step.together.map(lineOf).join('\n   together with ');
    })
    .map((line, index) => `${index + 1}. ${line}`)
    .join('\n');
}
