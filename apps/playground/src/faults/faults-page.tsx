import { FaultsPanel } from './faults-panel.js';

/** The page about failing. */
export function FaultsPage() {
  return (
    <>
      <section className="page-head">
        <h1>When it fails</h1>
        <p>
          Eighty things that can go wrong with a call. Choose one, run a call under it, and hold
          what happens against what is right.
        </p>
      </section>
      <FaultsPanel />
    </>
  );
}
