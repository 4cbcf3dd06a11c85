/** What a reader has done of each lesson, by its slug: the cells that have run, the exercises that have passed. */
export type Progress = ReadonlyMap<string, ReadonlySet<string>>;

/** The same with one more step. */
export function withStep(progress: Progress, slug: string, step: string): Progress {
  return new Map(progress).set(slug, new Set(progress.get(slug)).add(step));
}

/** How many of the steps that a lesson has now are done: it may have had others once. */
export function countDone(progress: Progress, slug: string, steps: readonly string[]): number {
  return steps.filter((step) => progress.get(slug)?.has(step)).length;
}

export function writeProgress(progress: Progress): string {
  return JSON.stringify(
    Object.fromEntries([...progress].map(([slug, steps]) => [slug, [...steps]])),
  );
}

/** Reads what {@link writeProgress} wrote; anything else is no progress. */
export function readProgress(text: string | null): Progress {
  let read: unknown;
  try {
    read = JSON.parse(text ?? '');
  } catch {
    return new Map();
  }
  if (typeof read !== 'object' || read === null) return new Map();
  return new Map(
    Object.entries(read).flatMap(([slug, steps]) =>
      Array.isArray(steps) && steps.every((step) => typeof step === 'string')
        ? [[slug, new Set<string>(steps)]]
        : [],
    ),
  );
}
