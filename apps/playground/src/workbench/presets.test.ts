import { simulate } from '@farebox/simulator';
import { expect, test } from 'vitest';
import { askingOf, streamOf } from './asking.js';
import { personaPresets, scenePresets } from './presets.js';
import { columnSetup } from './setup/column-setup.js';

const presets = Object.entries({ ...personaPresets, ...scenePresets });
const columns = presets.flatMap(([name, { setup }]) =>
  setup.columns.map((column, index) => ({ name, index, setup: columnSetup(setup, column) })),
);

test.each(columns)('preset $name, run $index, is answered, and whole', async ({ setup }) => {
  const { fetch } = simulate({ seed: 1 });
  const { text, finishReason } = await streamOf(askingOf(setup), { fetch }).answer;
  expect(text).not.toMatch(/I am a simulator/);
  expect(finishReason).not.toBe('length');
});
