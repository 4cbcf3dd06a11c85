import { useEffect, useState } from 'react';
import { type Draft, type DraftOptions, draftsOf } from './drafts.js';
import type { Setup } from './setup/setup.js';
import { setupProblem } from './setup-problem.js';

const none: readonly Draft[] = [];

/** What each column would send as the form is now; nothing while it has a problem, or its prices are not known. */
export function useDrafts(
  setup: Setup,
  prices: DraftOptions['prices'] | undefined,
  provider: DraftOptions['provider'],
): readonly Draft[] {
  const [drafts, setDrafts] = useState(none);
  useEffect(() => {
    if (prices === undefined || setupProblem(setup) !== undefined) return setDrafts(none);
    let isOld = false;
    draftsOf(setup, { prices, provider, at: Date.now() }).then(
      (next) => isOld || setDrafts(next),
      () => isOld || setDrafts(none),
    );
    return () => {
      isOld = true;
    };
  }, [setup, prices, provider]);
  return drafts;
}
