import { type ComponentType, useState } from 'react';
import './faults-section.css';

/** The heading of the part about failing; the part itself, its table and its styles load when it is opened. */
export function FaultsSection() {
  const [open, setOpen] = useState(false);
  const [panel, setPanel] = useState<{ readonly Panel?: ComponentType }>();
  const toggle = () => {
    setOpen(!open);
    if (panel?.Panel !== undefined) return;
    setPanel(undefined);
    import('./faults-panel.js').then(
      ({ FaultsPanel }) => setPanel({ Panel: FaultsPanel }),
      () => setPanel({}),
    );
  };
  return (
    <section className="faults" aria-labelledby="faults-heading">
      <div className="faults-head">
        <div>
          <h2 id="faults-heading">When it fails</h2>
          <p>
            Eighty things that can go wrong with a call. Choose one, run a call under it, and hold
            what happens against what is right.
          </p>
        </div>
        <button type="button" aria-expanded={open} aria-controls="faults-body" onClick={toggle}>
          {open ? 'Close the faults' : 'Open the faults'}
        </button>
      </div>
      <div id="faults-body" hidden={!open}>
        {open && <Body panel={panel} />}
      </div>
    </section>
  );
}

function Body({ panel }: { readonly panel: { readonly Panel?: ComponentType } | undefined }) {
  if (panel === undefined) return <p className="hint">Loading</p>;
  const { Panel } = panel;
  if (Panel !== undefined) return <Panel />;
  return (
    <p className="hint" role="alert">
      The faults could not be loaded. Close and open them again, or reload the page.
    </p>
  );
}
