import { temperatureHint } from './temperature-hint.js';

interface TemperatureFieldProps {
  /** Nothing where the model has one of its own. */
  readonly temperature: number | undefined;
  readonly onTemperature: (temperature: number) => void;
}

export function TemperatureField({ temperature, onTemperature }: TemperatureFieldProps) {
  return (
    <div className="field">
      <div className="field-name">
        <label htmlFor="temperature">Temperature</label>
        <output htmlFor="temperature">{(temperature ?? 1).toFixed(1)}</output>
      </div>
      <input
        id="temperature"
        type="range"
        min={0}
        max={2}
        step={0.1}
        value={temperature ?? 1}
        disabled={temperature === undefined}
        aria-describedby="temperature-hint"
        onChange={({ target }) => onTemperature(target.valueAsNumber)}
      />
      <small id="temperature-hint" className="hint">
        {temperature === undefined
          ? 'a model that reasons has no other'
          : temperatureHint(temperature)}
      </small>
    </div>
  );
}
