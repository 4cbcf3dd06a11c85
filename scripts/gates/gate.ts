/** What came of one gate. */
export interface Outcome {
  readonly passed: boolean;
  /** What was looked at, in a few words: it stands on the gate's line. */
  readonly summary?: string | undefined;
  /** What to mend; printed only when the gate failed. */
  readonly details?: string | undefined;
}

/** One thing that must hold before a change goes in. */
export interface Gate {
  readonly name: string;
  run(): Promise<Outcome>;
}

/**
 * Runs every gate, one line each, and returns how many held.
 *
 * A gate that fails, or that throws, stops none of the others: one run shows everything there is to mend.
 */
export async function runGates(
  gates: readonly Gate[],
  print: (line: string) => void,
  monotonicMs: () => number,
): Promise<{ passed: number; failed: number }> {
  let passed = 0;
  for (const gate of gates) {
    const startMs = monotonicMs();
    const outcome = await gate.run().catch((error: unknown) => ({
      passed: false,
      summary: 'broke down',
      details: error instanceof Error ? error.message : String(error),
    }));
    const seconds = ((monotonicMs() - startMs) / 1000).toFixed(1);
    const summary = outcome.summary === undefined ? '' : `  ${outcome.summary}`;
    print(`${outcome.passed ? '✓' : '✗'} ${gate.name}  ${seconds} s${summary}`);
    if (outcome.passed) passed++;
    else print(indented(outcome.details ?? ''));
  }
  return { passed, failed: gates.length - passed };
}

const indented = (text: string) => text.trim().replaceAll(/^/gm, '    ');
