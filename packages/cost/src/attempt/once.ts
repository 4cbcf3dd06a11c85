/** Runs the first action only; later ones get its result. One that failed may be tried again. */
export function once<T>(): (action: () => Promise<T>) => Promise<T> {
  let first: Promise<T> | undefined;
  return (action) => {
    if (first === undefined) {
      const running = action();
      first = running;
      running.catch(() => {
        first = undefined;
      });
    }
    return first;
  };
}
