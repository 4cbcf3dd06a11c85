import type { Books } from '@farebox/simulator';

const graceMs = 1_000;
const lookMs = 10;

/** Whether no request is still being answered, a moment after the client is done: it closed its connections. */
export async function allEnded(books: Books | undefined): Promise<boolean> {
  const open = () => books?.requests.some(({ ended }) => ended === 'open') ?? false;
  for (let waitedMs = 0; open() && waitedMs < graceMs; waitedMs += lookMs) {
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
  return !open();
}
