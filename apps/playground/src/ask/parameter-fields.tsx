import type { Dispatch } from 'react';
import type { Offer } from '../connection/offer.js';
import type { SetupAction } from '../workbench/setup/next-setup.js';
import { type Setup, setupLimits } from '../workbench/setup/setup.js';
import { ModelField } from './model-field.js';
import { takesTemperature } from './takes-temperature.js';
import { TemperatureField } from './temperature-field.js';
import { WholeNumberField } from './whole-number-field.js';

interface ParameterFieldsProps {
  readonly setup: Setup;
  /** Undefined until it is known. */
  readonly offer: Offer | undefined;
  readonly onAction: Dispatch<SetupAction>;
}

/** What holds for all runs, unless a column says otherwise. */
export function ParameterFields({ setup, offer, onAction }: ParameterFieldsProps) {
  const { model, temperature, maxTokens, seed, stream } = setup;
  const set = (fields: Partial<Setup>) => onAction({ type: 'set', fields });
  return (
    <div className="parameters">
      <ModelField model={model} offer={offer} onModel={(name) => set({ model: name })} />
      <TemperatureField
        temperature={takesTemperature(model) ? temperature : undefined}
        onTemperature={(degrees) => set({ temperature: degrees })}
      />
      <div className="field-pair">
        <WholeNumberField
          label="Longest answer"
          hint="empty: all that the model can write"
          unit="tokens"
          least={1}
          most={setupLimits.maxTokens}
          value={maxTokens}
          onValue={(tokens) => set({ maxTokens: tokens })}
        />
        <WholeNumberField
          label="Seed"
          hint="the same one: the same words"
          placeholder="none"
          least={-Number.MAX_SAFE_INTEGER}
          most={Number.MAX_SAFE_INTEGER}
          value={seed}
          onValue={(number) => set({ seed: number })}
        />
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={stream}
          onChange={({ target }) => set({ stream: target.checked })}
        />
        <span>
          Stream <small>word by word, not all at the end</small>
        </span>
      </label>
    </div>
  );
}
