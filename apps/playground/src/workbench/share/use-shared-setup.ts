import { useEffect, useRef, useState } from 'react';
import { readShared } from '../../page/route.js';
import { useFragment } from '../../page/use-fragment.js';
import type { Setup } from '../setup/setup.js';
import { openShared } from './share-link.js';

/** Opens the form of the address, whenever there is another one; nothing is run. Returns why it could not be opened. */
export function useSharedSetup(onOpen: (setup: Setup) => void): string | undefined {
  const run = readShared(useFragment()).get('run');
  const [problem, setProblem] = useState<string>();
  const open = useRef(onOpen);
  open.current = onOpen;
  useEffect(() => {
    const { setup, problem } = run === null ? {} : openShared(run);
    setProblem(problem);
    if (setup !== undefined) open.current(setup);
  }, [run]);
  return problem;
}
