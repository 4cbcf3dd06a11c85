import { useId } from 'react';

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

export function WholeNumberField(props: WholeNumberFieldProps) {
  const { label, hint, unit, placeholder, least, most, value, onValue } = props;
  const id = useId();
  const change = (typed: number) =>
    onValue(Number.isSafeInteger(typed) ? Math.min(most, Math.max(least, typed)) : undefined);
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
          value={value ?? ''}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => change(target.valueAsNumber)}
        />
        {unit !== undefined && <span aria-hidden="true">{unit}</span>}
      </div>
      <small id={`${id}-hint`} className="hint">
        {hint}
      </small>
    </div>
  );
}
