import type { ModelChoice } from './models.js';

interface ModelFieldProps {
  readonly model: string;
  /** Those that can be asked for; where none is known, the name is typed. */
  readonly models: readonly ModelChoice[];
  readonly onModel: (model: string) => void;
}

/** The names to choose from, with the one that is chosen among them: a link may name any. */
export function modelNames(model: string, models: readonly ModelChoice[]): string[] {
  const names = models.map(({ id }) => id);
  return names.includes(model) ? names : [model, ...names];
}

export function ModelField({ model, models, onModel }: ModelFieldProps) {
  const field = {
    id: 'model',
    value: model,
    'aria-describedby': 'model-prices',
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      onModel(target.value),
  };
  const prices = models.find(({ id }) => id === model)?.prices;
  return (
    <div className="field">
      <label htmlFor="model">Model</label>
      {models.length === 0 ? (
        <input {...field} spellCheck={false} />
      ) : (
        <select {...field}>
          {modelNames(model, models).map((id) => (
            <option key={id}>{id}</option>
          ))}
        </select>
      )}
      <small id="model-prices" className="hint">
        {prices ??
          (models.length === 0 ? 'free of charge' : 'not on the price list: a budget refuses it')}
      </small>
    </div>
  );
}
