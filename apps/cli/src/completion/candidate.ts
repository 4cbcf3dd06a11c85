/** Something that may come next on a command line. */
export interface Candidate {
  readonly value: string;
  readonly description?: string | undefined;
}

/** What a shell is told: what may come next, or that it is the name of a file. */
export type Completion = readonly Candidate[] | 'files';

/**
 * What a shell may put on a command line as it is: whoever presses Tab and Enter must not run a part of a name
 * that somebody chose for a role or a session.
 */
export function isHarmless({ value }: Candidate): boolean {
  return /^[\w@%+=:,./-]+$/.test(value);
}

export function candidates(values: Iterable<string>): readonly Candidate[] {
  return [...values].map((value) => ({ value }));
}
