import type { FaultCase, FaultRow } from '@farebox/simulator/fault-table';
import './fault-shape.css';

interface FaultShapeProps {
  readonly row: FaultRow;
  /** The name of a case of the row. */
  readonly chosen: string;
  readonly onChoose: (faultCase: FaultCase) => void;
}

/** In which of its shapes a fault comes. */
export function FaultShape({ row: { cases }, chosen, onChoose }: FaultShapeProps) {
  const choose = (name: string) => {
    const faultCase = cases.find((one) => one.name === name);
    if (faultCase !== undefined) onChoose(faultCase);
  };
  return (
    <label className="fault-shape">
      <span className="visually-hidden">Shape of the fault</span>
      <select
        value={chosen}
        disabled={cases.length === 1}
        onChange={({ target }) => choose(target.value)}
      >
        {cases.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  );
}
