/** How bad something is: a problem keeps calls from working, or a secret from being one. */
export type Verdict = 'ok' | 'warning' | 'problem';

/** What was looked at, and what was found. */
export interface Finding {
  /** A word or two. */
  readonly subject: string;
  readonly verdict: Verdict;
  /** A sentence without its end; never with a key in it. */
  readonly what: string;
  /** What to do, where there is something to do. */
  readonly fix?: string | undefined;
}

/** The worst of them, which is the verdict on the whole. */
export function worstOf(findings: readonly Finding[]): Verdict {
  const has = (verdict: Verdict) => findings.some((finding) => finding.verdict === verdict);
  if (has('problem')) return 'problem';
  return has('warning') ? 'warning' : 'ok';
}

export function ok(subject: string, what: string): Finding {
  return { subject, verdict: 'ok', what };
}
