/** One place that breaks a rule, and the reason the rule exists. */
export interface Violation {
  readonly path: string;
  readonly line: number;
  /** What is wrong, then why it matters, in a sentence that stands alone. */
  readonly message: string;
}

/** The violations as a reader of a terminal wants them: one line each, sorted by place. */
export function formatViolations(violations: readonly Violation[]): string {
  return violations
    .toSorted((a, b) => a.path.localeCompare(b.path) || a.line - b.line)
    .map(({ path, line, message }) => `${path}:${line}  ${message}`)
    .join('\n');
}
