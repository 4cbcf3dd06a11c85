import { inspect } from '../cell/worker/inspect.js';

/** A call of the reader's function, and what is right about it. */
export interface Returned {
  /** As the reader would write it: `backoffDelays(4)`. */
  readonly call: string;
  readonly came: unknown;
  readonly expected: unknown;
  /** Whether they are as good as equal; default: the same as JSON is. */
  readonly isRight?: boolean;
  /** What kind of mistake this looks like, where it can be told. */
  readonly because?: string | undefined;
}

/** What is wrong with what a call returned: both values, and a guess at the reason. */
export function valueProblem(returned: Returned): string | undefined {
  const { call, came, expected, isRight = isSame(came, expected), because } = returned;
  if (isRight) return undefined;
  if (came instanceof Promise) {
    return `${call} must return ${written(expected)}, and returned a Promise. Nothing here has to be waited for: leave out async.`;
  }
  if (came === undefined) {
    return `${call} must return ${written(expected)}, and returned nothing. Is there a return?`;
  }
  const told = `${call} must return ${written(expected)}, and returned ${written(came)}.`;
  return because === undefined ? told : `${told} ${because}`;
}

/** A value as one would write it in code: text in quotes. */
export function written(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : inspect(value);
}

/** Plain data, member by member; the order of an object's members does not matter. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return false;
  }
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      (key) => Object.hasOwn(other, key) && isSame(Reflect.get(one, key), Reflect.get(other, key)),
    )
  );
}
