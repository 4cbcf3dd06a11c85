import { temperatureHint } from './temperature-hint.js';

interface TemperatureFieldProps {
  readonly temperature: number;
  readonly onTemperature: (temperature: number) => void;
}

export function TemperatureField({ temperature, onTemperature }: TemperatureFieldProps) {
  return (
    <div className="field">
      <div className="field-name">
        <label htmlFor="temperature">Temperature</label>
        <output htmlFor="temperature">{temperature.toFixed(1)}</output>
      </div>
      <input
        id="temperature"
        type="range"
        min={0}
        max={2}
        step={0.1}
        value={temperature}
        aria-describedby="temperature-hint"
        onChange={({ target }) => onTemperature(target.valueAsNumber)}
      />
      <small id="temperature-hint" className="hint">
        {temperatureHint(temperature)}
      </small>
    </div>
  );
}
