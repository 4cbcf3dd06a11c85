import type { Dispatch } from 'react';
import { choosePreset, presetOf } from './choose-preset.js';
import { type Preset, personaPresets, scenePresets } from './presets.js';
import type { SetupAction } from './setup/next-setup.js';
import type { Setup } from './setup/setup.js';

interface PresetFieldProps {
  readonly setup: Setup;
  readonly onAction: Dispatch<SetupAction>;
}

export function PresetField({ setup, onAction }: PresetFieldProps) {
  const chosen = presetOf(setup);
  return (
    <div className="preset-field">
      <label htmlFor="preset">Start from</label>
      <select
        id="preset"
        value={chosen ?? ''}
        onChange={({ target }) =>
          onAction({ type: 'load', setup: choosePreset(setup, target.value) })
        }
      >
        {chosen === undefined && <option value="">your own</option>}
        <Options label="Who answers" presets={personaPresets} />
        <Options label="Something to see" presets={scenePresets} />
      </select>
    </div>
  );
}

function Options(props: {
  readonly label: string;
  readonly presets: Readonly<Record<string, Preset>>;
}) {
  return (
    <optgroup label={props.label}>
      {Object.entries(props.presets).map(([name, { label }]) => (
        <option key={name} value={name}>
          {label}
        </option>
      ))}
    </optgroup>
  );
}
