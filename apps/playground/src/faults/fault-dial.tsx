import { type FaultCase, type FaultRow, faultTable } from '@farebox/simulator/fault-table';
import './fault-dial.css';
import { FaultList } from './fault-list.js';
import { FaultScript } from './fault-script.js';
import { FaultShape } from './fault-shape.js';

interface FaultDialProps {
  /** The name of a case of the table; undefined for none. */
  readonly chosen: string | undefined;
  readonly onChoose: (faultCase: FaultCase | undefined) => void;
}

/** What a caller does is not for a provider to do: those are on the page of faults only. */
const table = faultTable
  .map((row) => ({ ...row, cases: row.cases.filter(({ client }) => client === undefined) }))
  .filter(({ cases }) => cases.length > 0);

/** Any fault of a provider, or none, as one field of a form. */
export function FaultDial({ chosen, onChoose }: FaultDialProps) {
  const row = table.find(({ cases }) => cases.some(({ name }) => name === chosen));
  const faultCase = row?.cases.find(({ name }) => name === chosen);
  return (
    <details className="fault-dial" data-on={faultCase !== undefined}>
      <summary>
        <span>Fault</span>
        <b>{row === undefined ? 'none' : row.title}</b>
      </summary>
      <div className="fault-dial-body">
        {row !== undefined && faultCase !== undefined && (
          <Chosen row={row} faultCase={faultCase} onChoose={onChoose} />
        )}
        <FaultList table={table} chosen={row} onChoose={({ cases: [first] }) => onChoose(first)} />
      </div>
    </details>
  );
}

interface ChosenProps {
  readonly row: FaultRow;
  readonly faultCase: FaultCase;
  readonly onChoose: FaultDialProps['onChoose'];
}

function Chosen({ row, faultCase, onChoose }: ChosenProps) {
  return (
    <div className="fault-dial-chosen">
      <div className="fault-dial-actions">
        <FaultShape row={row} chosen={faultCase.name} onChoose={onChoose} />
        <button type="button" onClick={() => onChoose(undefined)}>
          No fault
        </button>
      </div>
      <FaultScript faultCase={faultCase} />
    </div>
  );
}
