import { type FaultCase, faultTable } from '@farebox/simulator/fault-table';
import './fault-dial.css';
import { faultGroups } from './fault-groups.js';

interface FaultDialProps {
  /** The name of a case of the table; undefined for none. */
  readonly chosen: string | undefined;
  readonly onChoose: (faultCase: FaultCase | undefined) => void;
}

/** Any fault of the table, or none, as one field of a form. */
export function FaultDial({ chosen, onChoose }: FaultDialProps) {
  const caseNamed = (name: string) =>
    faultTable.flatMap(({ cases }) => cases).find((one) => one.name === name);
  return (
    <div className="fault-dial">
      <label>
        Fault
        <select value={chosen ?? ''} onChange={({ target }) => onChoose(caseNamed(target.value))}>
          <option value="">None</option>
          {faultGroups(faultTable).map(({ level, title, rows }) => (
            <optgroup key={level} label={title}>
              {rows.flatMap(({ cases }) =>
                cases.map(({ name }) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                )),
              )}
            </optgroup>
          ))}
        </select>
      </label>
    </div>
  );
}
