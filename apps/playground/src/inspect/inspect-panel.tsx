import type { Receipt } from '@farebox/cost';
import { type ComponentType, lazy, Suspense, useId, useState } from 'react';
import type { InspectedRun } from '../cost-chart/inspected-run.js';
import './inspect-panel.css';

/** What a view is given: the run that was chosen, all runs beside it, and all receipts. */
interface ViewProps {
  readonly run: InspectedRun;
  readonly runs: readonly InspectedRun[];
  readonly receipts: readonly Receipt[];
}

interface InspectView {
  readonly title: string;
  readonly View: ComponentType<ViewProps>;
}

/** A view whose code loads when it is first shown. */
function view(title: string, load: () => Promise<ComponentType<ViewProps>>): InspectView {
  const failed = () => <p className="hint">A file of this page could not be loaded. Reload it.</p>;
  const View = lazy(() =>
    load().then(
      (loaded) => ({ default: loaded }),
      () => ({ default: failed }),
    ),
  );
  return { title, View };
}

const views: readonly InspectView[] = [
  view('What happened', async () => {
    const { AttemptTimeline } = await import('../timeline/attempt-timeline.js');
    return ({ run }) => <AttemptTimeline record={run.record} />;
  }),
  view('On the wire', async () => {
    const { WireView } = await import('../wire/wire-view.js');
    return ({ run }) => <WireView record={run.record} />;
  }),
  view('Cost over time', async () => {
    const { CostChart } = await import('../cost-chart/cost-chart.js');
    return ({ runs }) => <CostChart runs={runs} />;
  }),
  view('Receipts', async () => {
    const { ReceiptsTable } = await import('../receipts/receipts-table.js');
    return ({ receipts }) => <ReceiptsTable receipts={receipts} />;
  }),
];

/** What really happened, in one of several views. */
export function InspectPanel(props: ViewProps) {
  const [chosen, setChosen] = useState(0);
  const name = useId();
  const { title, View } = views[chosen] ?? (views[0] as InspectView);
  return (
    <section className="panel inspect-panel" aria-labelledby={`${name}-heading`}>
      <header>
        <h2 id={`${name}-heading`}>What really happened</h2>
        <fieldset className="inspect-views">
          <legend className="visually-hidden">View</legend>
          {views.map((view, index) => (
            <label key={view.title}>
              <input
                type="radio"
                name={name}
                checked={index === chosen}
                onChange={() => setChosen(index)}
              />
              {view.title}
            </label>
          ))}
        </fieldset>
      </header>
      <h3 className="visually-hidden">{title}</h3>
      <Suspense fallback={<p className="hint">Loading</p>}>
        <View {...props} />
      </Suspense>
    </section>
  );
}
