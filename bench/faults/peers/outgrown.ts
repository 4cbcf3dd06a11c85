import { endlessMegabytes } from '../settings.ts';

const lookMs = 20;

/** Resolves once this process has grown by more than it may; never, if it is not watched. */
export function outgrown(watched: boolean): {
  readonly promise: Promise<'outgrown'>;
  stop(): void;
} {
  const { promise, resolve } = Promise.withResolvers<'outgrown'>();
  if (!watched) return { promise, stop() {} };
  const before = process.memoryUsage.rss();
  const timer = setInterval(() => {
    const grownMegabytes = (process.memoryUsage.rss() - before) / 1024 / 1024;
    if (grownMegabytes > endlessMegabytes) resolve('outgrown');
  }, lookMs);
  return { promise, stop: () => clearInterval(timer) };
}
