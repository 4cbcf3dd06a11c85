import { useEffect, useState } from 'react';
import type { Setup } from '../setup/setup.js';
import { noteOpened } from './opened-entry.js';
import { shareSetup } from './share-link.js';

/** Puts the form into the address, and the address onto the clipboard. */
export function ShareButton({ setup }: { readonly setup: Setup }) {
  const [told, setTold] = useState<{ readonly text: string; readonly isProblem: boolean }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was told is of the form as it was
  useEffect(() => setTold(undefined), [setup]);

  const share = async () => {
    const { run, problem } = shareSetup(setup);
    if (run === undefined) return setTold({ text: problem, isProblem: true });
    // In place: the way back leads to where the reader came from, not through every link that was made.
    noteOpened(run, `#/workbench?run=${run}`);
    const text = await navigator.clipboard.writeText(location.href).then(
      () => 'The link is on the clipboard. It has the form, and no key.',
      () => 'The link is in the address bar. It has the form, and no key.',
    );
    setTold({ text, isProblem: false });
  };

  return (
    <>
      <button type="button" onClick={() => void share()}>
        Copy a link
      </button>
      <p className={told?.isProblem ? 'share-told run-problem' : 'share-told'} role="status">
        {told?.text}
      </p>
    </>
  );
}
