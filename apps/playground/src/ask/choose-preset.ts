import { type PresetName, presetNames, presets } from './presets.js';
import type { Question } from './question.js';

/** The question a page starts with. */
export const firstQuestion: Question = {
  ...withoutLabel('tutor'),
  persona: 'tutor',
  model: 'gpt-4o-mini',
  maxOutputTokens: 300,
};

/** Takes a preset's system message and temperature, and its prompt too unless the reader has written one. */
export function choosePreset(question: Question, persona: PresetName): Question {
  const { system, temperature, prompt } = withoutLabel(persona);
  const isOurs =
    question.prompt.trim() === '' ||
    presetNames.some((name) => presets[name].prompt === question.prompt);
  return {
    ...question,
    persona,
    system,
    temperature,
    prompt: isOurs ? prompt : question.prompt,
  };
}

function withoutLabel(name: PresetName) {
  const { system, temperature, prompt } = presets[name];
  return { system, temperature, prompt };
}
