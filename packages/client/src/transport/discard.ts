import type { Reply } from '@farebox/core';

/** Lets go of a reply that nobody will read, so that its socket is free. */
export function discard(response: Reply): void {
  response.body?.cancel().catch(() => {});
}
