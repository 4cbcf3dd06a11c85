import type { FaultCase } from '@farebox/simulator/fault-table';
import { lazy, Suspense } from 'react';

interface FaultFieldProps {
  readonly fault: FaultCase | undefined;
  readonly onFault: (fault: FaultCase | undefined) => void;
}

/** The table of faults is large: it loads beside the form, not before it. */
const FaultDial = lazy(() =>
  import('./fault-dial.js').then(
    ({ FaultDial }) => ({ default: FaultDial }),
    () => ({ default: () => <p className="hint">The table of faults could not be loaded.</p> }),
  ),
);

/** What is to go wrong in the next run. */
export function FaultField({ fault, onFault }: FaultFieldProps) {
  return (
    <Suspense fallback={<p className="hint">Loading the faults</p>}>
      <FaultDial chosen={fault?.name} onChoose={onFault} />
    </Suspense>
  );
}
