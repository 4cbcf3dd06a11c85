import { choosePreset } from './choose-preset.js';
import { type PresetName, presetNames, presets } from './presets.js';
import type { Question } from './question.js';

interface PersonaFieldProps {
  readonly question: Question;
  readonly onQuestion: (question: Question) => void;
}

export function PersonaField({ question, onQuestion }: PersonaFieldProps) {
  return (
    <div className="field">
      <label htmlFor="persona">Who answers</label>
      <select
        id="persona"
        value={question.persona}
        onChange={({ target }) => onQuestion(choosePreset(question, target.value as PresetName))}
      >
        {presetNames.map((name) => (
          <option key={name} value={name}>
            {presets[name].label}
          </option>
        ))}
      </select>
    </div>
  );
}
