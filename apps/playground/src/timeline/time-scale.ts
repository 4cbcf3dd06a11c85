/** A stretch of time, and marks on it that are easy to read. */
export interface TimeScale {
  readonly endMs: number;
  readonly marksMs: readonly number[];
}

const steps = [1, 2, 5];

/** From 0 to a little after the last thing that is to be seen, with at most `most` marks. */
export function timeScale(lastMs: number, most = 6): TimeScale {
  const endMs = Math.max(lastMs, 100) * 1.02;
  let unit = 1;
  for (;;) {
    for (const step of steps) {
      const markMs = step * unit;
      const count = Math.floor(endMs / markMs);
      if (count < most) {
        return { endMs, marksMs: Array.from({ length: count + 1 }, (_, index) => index * markMs) };
      }
    }
    unit *= 10;
  }
}
