import { useEffect, useRef, useState } from 'react';
import { readShared } from '../../page/route.js';
import type { Setup } from '../setup/setup.js';
import { openShared } from './share-link.js';

/**
 * Opens the form of the address, and of each one that the browser goes to; nothing is run. Returns why it could not be opened.
 *
 * An address that the page itself has written is none of them: its form is the one on the page, and it may be changed since.
 */
export function useSharedSetup(onOpen: (setup: Setup) => void): string | undefined {
  const [problem, setProblem] = useState<string>();
  const open = useRef(onOpen);
  open.current = onOpen;
  useEffect(() => {
    const read = () => {
      const run = readShared(location.hash).get('run');
      const { setup, problem } = run === null ? {} : openShared(run);
      setProblem(problem);
      if (setup !== undefined) open.current(setup);
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return problem;
}
