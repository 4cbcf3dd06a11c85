import { useSyncExternalStore } from 'react';

/** The fragment of the page's address, as it is now. */
export function useFragment(): string {
  return useSyncExternalStore(watch, () => location.hash);
}

function watch(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}
