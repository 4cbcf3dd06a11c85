import { useId } from 'react';
import { columnName } from './setup/column-name.js';

interface RunChooserProps {
  readonly count: number;
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

/** Which of the runs side by side is looked into; nothing where there is one. */
export function RunChooser({ count, chosen, onChoose }: RunChooserProps) {
  const id = useId();
  if (count === 1) return null;
  return (
    <fieldset className="choice run-chooser">
      <legend>Look into run</legend>
      {[...Array(count).keys()].map((index) => (
        <label key={index}>
          <input
            type="radio"
            name={id}
            checked={index === chosen}
            onChange={() => onChoose(index)}
          />
          {columnName(index)}
        </label>
      ))}
    </fieldset>
  );
}
