import { type Check, type CheckResult, runChecks } from './check.js';
import { isSame, valueProblem, written } from './value-problem.js';

type BackoffDelays = (maxRetries: number, base?: number) => unknown;

const checks: readonly Check<BackoffDelays>[] = [
  gives('Four retries wait 1, 2, 4 and 8.', [4, 2]),
  gives('The base is 2 where none is given.', [5]),
  gives('Another base gives other waits.', [4, 3]),
  gives('One retry waits once, and its wait is 1 whatever the base.', [1, 10]),
  gives('No retries, no waits: an empty list.', [0]),
  gives('With base 1 every wait is the same.', [3, 1]),
  gives('The base may be a fraction, and nothing is rounded.', [4, 1.5]),
  gives('It goes on growing: the last of forty waits is 549,755,813,888.', [40, 2]),
];

/** The checks of `backoffDelays`, on whatever the reader wrote. */
export function checkBackoffDelays(answer: unknown): readonly CheckResult[] {
  return runChecks('backoffDelays', answer as BackoffDelays | undefined, checks);
}

function gives(what: string, given: [number, number?]): Check<BackoffDelays> {
  const [maxRetries, base = 2] = given;
  const waits = (count: number, wait: (attempt: number) => number) =>
    Array.from({ length: count }, (_, attempt) => wait(attempt));
  const expected = waits(maxRetries, (attempt) => base ** attempt);
  /** What comes of the mistakes that are often made here. */
  const mistakes: readonly (readonly [unknown, string])[] = [
    [
      waits(maxRetries, (attempt) => base ** (attempt + 1)),
      'Attempts count from 0: the first wait is base ** 0, which is 1.',
    ],
    [
      waits(maxRetries + 1, (attempt) => base ** attempt),
      'That is one wait too many: there are as many waits as retries.',
    ],
    [
      waits(maxRetries - 1, (attempt) => base ** attempt),
      'That is one wait too few: there are as many waits as retries.',
    ],
    [
      waits(maxRetries, (attempt) => base * attempt),
      'That grows by adding. Backoff multiplies: base ** attempt.',
    ],
    [
      waits(maxRetries, (attempt) => attempt ** base),
      'The base is what is raised: base ** attempt.',
    ],
    [
      waits(maxRetries, (attempt) => base ^ attempt),
      'In JavaScript ^ is no power but an exclusive or; write base ** attempt.',
    ],
    [waits(maxRetries, (attempt) => 2 ** attempt), 'Use the base that is given.'],
    [waits(maxRetries, () => base), 'Every wait is longer than the one before: base ** attempt.'],
    [
      waits(maxRetries, (attempt) => Math.round(base ** attempt)),
      'Leave the numbers as they are; nothing is to be rounded.',
    ],
    [
      waits(maxRetries, (attempt) => 1000 * base ** attempt),
      'The waits are in seconds here, not in milliseconds.',
    ],
    [
      waits(maxRetries, (attempt) => 1 << attempt),
      'A shift works in 32 bits; write base ** attempt.',
    ],
  ];
  return {
    what,
    problem: (backoffDelays) => {
      const came = backoffDelays(...given);
      const because =
        mistakes.find(([wrong]) => isSame(wrong, came))?.[1] ??
        (Array.isArray(came) ? undefined : 'A list is wanted, with one number for each wait.');
      const isNear = Array.isArray(came) && isClose(came, expected);
      const call = `backoffDelays(${given.map(written).join(', ')})`;
      return valueProblem({ call, came, expected, isRight: isNear, because });
    },
  };
}

/** A product that was multiplied up may differ from a power in its last digit. */
function isClose(came: readonly unknown[], expected: readonly number[]): boolean {
  return (
    came.length === expected.length &&
    expected.every((wait, index) => {
      const other = came[index];
      return typeof other === 'number' && Math.abs(other - wait) <= wait * 1e-9;
    })
  );
}
