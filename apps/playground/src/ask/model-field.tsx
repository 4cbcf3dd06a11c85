import type { Offer } from '../connection/offer.js';
import { priceWords } from './models.js';

interface ModelFieldProps {
  readonly model: string;
  /** Undefined until it is known. */
  readonly offer: Offer | undefined;
  readonly onModel: (model: string) => void;
}

export function ModelField({ model, offer, onModel }: ModelFieldProps) {
  const field = {
    id: 'model',
    value: model,
    'aria-describedby': 'model-prices',
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      onModel(target.value),
  };
  return (
    <div className="field">
      <label htmlFor="model">Model</label>
      {offer?.names.length === 0 ? (
        <input {...field} spellCheck={false} />
      ) : (
        <select {...field} disabled={offer === undefined}>
          {namesWith(model, offer?.names ?? []).map((id) => (
            <option key={id}>{id}</option>
          ))}
        </select>
      )}
      <small id="model-prices" className="hint">
        {offer !== undefined && priceWords(offer.prices, model, Date.now())}
      </small>
    </div>
  );
}

/** The names to choose from, with the one that is chosen among them. */
export function namesWith(model: string, names: readonly string[]): readonly string[] {
  return names.includes(model) ? names : [model, ...names];
}
