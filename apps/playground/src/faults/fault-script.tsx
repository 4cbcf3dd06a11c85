import type { FaultCase } from '@farebox/simulator/fault-table';
import './fault-script.css';

/** What the simulator is told, as a test would tell it. */
export function FaultScript({
  faultCase: { script, request, client },
}: {
  readonly faultCase: FaultCase;
}) {
  const asked = Object.keys(request ?? {}).map((name) => {
    return name === 'stream' ? 'one JSON reply is asked for' : `with ${name}`;
  });
  const beside = client === undefined ? asked : [...asked, `the caller: ${client}`];
  return (
    <p className="fault-script">
      <code>simulate({`{ faults: ${JSON.stringify(script)} }`})</code>
      {beside.length > 0 && <span>{beside.join(', ')}</span>}
    </p>
  );
}
