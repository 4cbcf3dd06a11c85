import { useEffect, useRef, useState } from 'react';
import { readShared } from '../../page/route.js';
import type { Setup } from '../setup/setup.js';
import { isBack, noteOpened } from './opened-entry.js';
import { openShared } from './share-link.js';

/**
 * Opens the form of the address, and of each one that the browser goes to; nothing is run. Returns why it could not be opened.
 *
 * One that has been opened, or that the page itself has written, is not opened again when the reader comes back to it: its
 * form is on the page, and may be changed since.
 */
export function useSharedSetup(onOpen: (setup: Setup) => void): string | undefined {
  const [problem, setProblem] = useState<string>();
  const open = useRef(onOpen);
  open.current = onOpen;
  useEffect(() => {
    const read = () => {
      const run = readShared(location.hash).get('run');
      if (run === null) return setProblem(undefined);
      if (isBack(run)) return;
      const { setup, problem } = openShared(run);
      setProblem(problem);
      if (setup === undefined) return;
      noteOpened(run);
      open.current(setup);
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return problem;
}
