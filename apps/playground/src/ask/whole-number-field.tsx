import { useId, useState } from 'react';

interface WholeNumberFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly unit?: string;
  readonly placeholder?: string;
  readonly least: number;
  readonly most: number;
  /** Undefined while the field is empty. */
  readonly value: number | undefined;
  readonly onValue: (value: number | undefined) => void;
}

/** A whole number between two others, or nothing. What is typed stays as it is until the field is left. */
export function WholeNumberField(props: WholeNumberFieldProps) {
  const { label, hint, unit, placeholder, least, most, value, onValue } = props;
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const change = (text: string, number: number) => {
    setTyped(text);
    onValue(Number.isNaN(number) ? undefined : Math.min(most, Math.max(least, Math.trunc(number))));
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="with-unit">
        <input
          id={id}
          type="number"
          step={1}
          min={least}
          max={most}
          placeholder={placeholder}
          value={typed ?? value ?? ''}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => change(target.value, target.valueAsNumber)}
          onBlur={() => setTyped(undefined)}
        />
        {unit !== undefined && <span aria-hidden="true">{unit}</span>}
      </div>
      <small id={`${id}-hint`} className="hint">
        {hint}
      </small>
    </div>
  );
}
