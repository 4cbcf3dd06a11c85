import { type Check, type CheckResult, runChecks } from './check.js';
import { valueProblem, written } from './value-problem.js';

type CalculateCost = (inputTokens: number, outputTokens: number, model?: string) => unknown;
type Given = readonly [inputTokens: number, outputTokens: number, model?: string];

/** US dollars for a million tokens, as the exercise gives them. */
const mini = { input: 0.15, output: 0.6 };
const large = { input: 2.5, output: 10 };
const million = 1_000_000;

const checks: readonly Check<CalculateCost>[] = [
  costs(
    'A thousand tokens in and five hundred out of gpt-4o-mini cost $0.00045.',
    [1000, 500, 'gpt-4o-mini'],
    0.00045,
  ),
  costs('A million of each of gpt-4o cost $12.50.', [million, million, 'gpt-4o'], 12.5),
  costs('Without a model it is gpt-4o-mini.', [million, million], 0.75),
  costs('An unknown model is priced as gpt-4o-mini.', [2000, 1000, 'some-other-model'], 0.0009),
  costs(
    'A model whose name only begins like a known one is unknown, too.',
    [million, 0, 'gpt-4o-2024-05-13'],
    0.15,
  ),
  costs('Names that every object has are no models.', [million, 0, 'toString'], 0.15),
  costs('No tokens cost nothing.', [0, 0], 0),
  costs('Tokens in and tokens out are counted apart.', [0, million], 0.6),
  costs('One token costs $0.00000015: nothing is rounded away.', [1, 0], 0.000_000_15),
];

/** The checks of `calculateCost`, on whatever the reader wrote. */
export function checkCalculateCost(answer: unknown): readonly CheckResult[] {
  return runChecks('calculateCost', answer as CalculateCost | undefined, checks);
}

/**
 * Money in floats is right up to its last digits: three tenths of a dollar may be 0.30000000000000004. A
 * difference of a billionth of the amount is the order of the sums, and no mistake.
 */
function isClose(came: unknown, expected: number): boolean {
  return typeof came === 'number' && Math.abs(came - expected) <= expected * 1e-9;
}

function costs(what: string, given: Given, expected: number): Check<CalculateCost> {
  return {
    what,
    problem: (calculateCost) => {
      const came = calculateCost(...given);
      return valueProblem({
        call: `calculateCost(${given.map(written).join(', ')})`,
        came,
        expected,
        isRight: isClose(came, expected),
        because: mistakeIn(came, given, expected),
      });
    },
  };
}

function mistakeIn(
  came: unknown,
  [inputTokens, outputTokens, model = 'gpt-4o-mini']: Given,
  expected: number,
): string | undefined {
  if (typeof came === 'string') return 'A number is wanted, not text.';
  if (typeof came === 'bigint') return 'A number is wanted, not a bigint.';
  if (typeof came !== 'number') return undefined;
  if (Number.isNaN(came)) {
    return model === 'toString'
      ? 'Every object has a toString, also one with prices in it. Object.hasOwn says what is really on the list.'
      : 'There is no price for this model: undefined in a sum makes NaN.';
  }
  const price = model === 'gpt-4o' ? large : mini;
  const other = model === 'gpt-4o' ? mini : large;
  const sum = (rates: typeof mini) => inputTokens * rates.input + outputTokens * rates.output;
  const mistakes: readonly (readonly [number, string])[] = [
    [sum(price), 'The prices are for a million tokens: divide by 1,000,000.'],
    [sum(price) / 1000, 'The prices are for a million tokens, not for a thousand.'],
    [expected * 100, 'The result is in dollars, not in cents.'],
    [
      (inputTokens * price.output + outputTokens * price.input) / million,
      'The prices for input and output have changed places.',
    ],
    [
      ((inputTokens + outputTokens) * price.input) / million,
      'Tokens out have a price of their own.',
    ],
    [
      sum(other) / million,
      model === 'gpt-4o'
        ? 'That is the price of gpt-4o-mini.'
        : 'That is the price of gpt-4o. Compare the whole name.',
    ],
  ];
  const known = mistakes.find(([wrong]) => wrong !== 0 && isClose(came, wrong));
  if (known !== undefined) return known[1];
  return isRounded(came, expected) ? 'It looks rounded. Return the number as it is.' : undefined;
}

function isRounded(came: number, expected: number): boolean {
  return (
    expected > 0 && [2, 3, 4, 5, 6].some((digits) => came === Number(expected.toFixed(digits)))
  );
}
