/** Lets the wall clock of this process jump, for clients that take no clock of one's own. */
export function jumpWallClock(): { jump(ms: number): void; restore(): void } {
  const { now } = Date;
  return {
    jump(ms) {
      Date.now = () => now() + ms;
    },
    restore() {
      Date.now = now;
    },
  };
}
