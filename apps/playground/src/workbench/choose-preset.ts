import { type Preset, personaPresets, scenePresets } from './presets.js';
import type { Setup } from './setup/setup.js';

const all: Readonly<Record<string, Preset>> = { ...personaPresets, ...scenePresets };

/**
 * The form with a preset. A scene is all of it; a persona brings its system message and its temperature, and its question
 * unless the reader has written one.
 */
export function choosePreset(setup: Setup, name: string): Setup {
  const preset = Object.hasOwn(all, name) ? all[name] : undefined;
  if (preset === undefined) return setup;
  if (!Object.hasOwn(personaPresets, name)) return preset.setup;
  const [system, question] = preset.setup.messages;
  const [first, second, ...more] = setup.messages;
  const isPlain = more.length === 0 && first?.role === 'system' && second?.role === 'user';
  if (system === undefined || question === undefined || !isPlain) return preset.setup;
  const content = isOurs(second.content) ? question.content : second.content;
  return {
    ...setup,
    temperature: preset.setup.temperature,
    messages: [
      { ...first, content: system.content },
      { ...second, content },
    ],
  };
}

/** Which preset the form is as it stands, if it is one. */
export function presetOf(setup: Setup): string | undefined {
  const said = (form: Setup) =>
    JSON.stringify(
      [form.messages, form.temperature, form.tools, form.schema, form.columns].map((part) => part),
      (name, value) => (name === 'key' ? undefined : value),
    );
  return Object.keys(all).find((name) => said(choosePreset(setup, name)) === said(setup));
}

function isOurs(prompt: string): boolean {
  return (
    prompt.trim() === '' ||
    Object.values(all).some(({ setup }) =>
      setup.messages.some(({ role, content }) => role === 'user' && content === prompt),
    )
  );
}
