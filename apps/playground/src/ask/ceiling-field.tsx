interface CeilingFieldProps {
  /** 0 while the field is empty. */
  readonly maxOutputTokens: number;
  readonly onMaxOutputTokens: (tokens: number) => void;
}

/** How long the answer may be: what most of a reservation is made of. */
export function CeilingField({ maxOutputTokens, onMaxOutputTokens }: CeilingFieldProps) {
  return (
    <div className="field">
      <label htmlFor="ceiling">Longest answer</label>
      <div className="with-unit">
        <input
          id="ceiling"
          type="number"
          min={1}
          max={16384}
          required
          value={maxOutputTokens || ''}
          aria-describedby="ceiling-hint"
          onChange={({ target }) => onMaxOutputTokens(target.valueAsNumber || 0)}
        />
        <span aria-hidden="true">tokens</span>
      </div>
      <small id="ceiling-hint" className="hint">
        max_completion_tokens
      </small>
    </div>
  );
}
