/** One thing that an answer to an exercise must do. */
export interface Check<Answer> {
  /** A sentence that is true of every right answer. */
  readonly what: string;
  /** What was expected and what came, if that is not the same. May throw whatever the answer throws. */
  readonly problem: (answer: Answer) => string | undefined;
}

/** What came of one check; one without a problem has passed. */
export interface CheckResult {
  readonly what: string;
  readonly problem?: string;
}

/**
 * Holds a reader's function against all checks, whatever it does.
 *
 * @param answer What stands in the code under the name; `undefined` where nothing does.
 */
export function runChecks<Answer>(
  name: string,
  answer: Answer | undefined,
  checks: readonly Check<Answer>[],
): readonly CheckResult[] {
  return checks.map(({ what, problem }) => {
    const found = problemOf(name, answer, problem);
    return found === undefined ? { what } : { what, problem: found };
  });
}

function problemOf<Answer>(
  name: string,
  answer: Answer | undefined,
  problem: Check<Answer>['problem'],
): string | undefined {
  if (answer === undefined) {
    return `There is no ${name} in the code. Keep that name for your function.`;
  }
  if (typeof answer !== 'function') return `${name} is no function: its type is ${typeof answer}.`;
  try {
    return problem(answer);
  } catch (thrown) {
    const what = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
    return `${name} must return a value here, and threw ${what}`;
  }
}
