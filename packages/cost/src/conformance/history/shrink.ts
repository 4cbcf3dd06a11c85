import type { History, Step, Wish } from './history.js';

/** How many histories are tried at most to find a shorter one. */
const mostTries = 3000;
/** And for how long: what is shortest by then is said, before whoever runs the checks gives up waiting. */
const mostMs = 30_000;

/**
 * The shortest history found that still fails, and its error: steps, then single actions are left out, what
 * happens together is taken apart, and numbers are made smaller, as long as it goes on failing.
 *
 * @param fails plays a history, and resolves to its error, or undefined.
 */
export async function shrink(
  failing: History,
  error: Error,
  fails: (history: History) => Promise<Error | undefined>,
): Promise<{ readonly history: History; readonly error: Error }> {
  let smallest = { history: failing, error };
  const stopAt = performance.now() + mostMs;
  let tries = 0;
  let found = true;
  while (found) {
    found = false;
    for (const candidate of smaller(smallest.history)) {
      if (++tries > mostTries || performance.now() > stopAt) return smallest;
      const failure = await fails(candidate);
      if (failure === undefined) continue;
      smallest = { history: candidate, error: failure };
      found = true;
      break;
    }
  }
  return smallest;
}

/** Simpler histories, the boldest cuts first. */
function* smaller({ wishes, steps }: History): Generator<History> {
  for (let size = steps.length; size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < steps.length; at += size) {
      if (size < steps.length) yield { wishes, steps: steps.toSpliced(at, size) };
    }
  }
  for (const [index, step] of steps.entries()) {
    for (const simpler of simplerSteps(step)) {
      yield { wishes, steps: steps.toSpliced(index, 1, ...simpler) };
    }
  }
  for (const [index, wish] of wishes.entries()) {
    for (const simpler of simplerWishes(wish)) {
      yield { wishes: wishes.with(index, simpler), steps };
    }
  }
}

function* simplerSteps(step: Step): Generator<readonly Step[]> {
  if (!('together' in step)) return;
  const { together } = step;
  for (let left = 0; together.length > 1 && left < together.length; left++) {
    yield [{ together: together.toSpliced(left, 1) }];
  }
  if (together.length > 1) yield together.map((action) => ({ together: [action] }));
  for (const [index, action] of together.entries()) {
    if (!('holder' in action)) continue;
    if (action.holder > 0) yield [{ together: together.with(index, { ...action, holder: 0 }) }];
    if (action.do === 'settle' && action.percent > 0) {
      yield [{ together: together.with(index, { ...action, percent: 0 }) }];
    }
  }
}

function* simplerWishes(wish: Wish): Generator<Wish> {
  const { atLeast, ...plain } = wish;
  if (atLeast !== undefined) yield plain;
  if (wish.holder > 0) yield { ...wish, holder: 0 };
  for (const index of wish.scopes.keys()) {
    if (wish.scopes.length > 1) yield { ...wish, scopes: wish.scopes.toSpliced(index, 1) };
  }
  for (const units of [0, Math.floor(wish.units / 2), wish.units - 1]) {
    if (units >= 0 && units < wish.units) yield { ...wish, units };
  }
}
