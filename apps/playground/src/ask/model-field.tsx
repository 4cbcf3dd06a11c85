import { openaiPrices } from '@farebox/core/prices/openai';
import { modelChoices } from './models.js';

interface ModelFieldProps {
  readonly model: string;
  readonly onModel: (model: string) => void;
}

const choices = modelChoices(openaiPrices, Date.now());

export function ModelField({ model, onModel }: ModelFieldProps) {
  return (
    <div className="field">
      <label htmlFor="model">Model</label>
      <select
        id="model"
        value={model}
        aria-describedby="model-prices"
        onChange={({ target }) => onModel(target.value)}
      >
        {choices.map(({ id }) => (
          <option key={id}>{id}</option>
        ))}
      </select>
      <small id="model-prices" className="hint">
        {choices.find(({ id }) => id === model)?.prices}
      </small>
    </div>
  );
}
