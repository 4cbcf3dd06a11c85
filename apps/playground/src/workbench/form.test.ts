import { expect, test } from 'vitest';
import { offerFor } from '../connection/fixtures/offer-for.js';
import { choosePreset } from './choose-preset.js';
import { type Form, type FormAction, firstForm, nextForm } from './form.js';

const at = Date.UTC(2026, 10, 24);

/** A form after each of these: the name of a choice is one that was made. */
async function formAfter(...steps: readonly (FormAction | string)[]): Promise<Form> {
  let form = firstForm;
  for (const step of steps) {
    const action: FormAction =
      typeof step === 'string' ? { type: 'fit', offer: await offerFor(step), at } : step;
    form = nextForm(form, action);
  }
  return form;
}
const model = (name: string): FormAction => ({ type: 'set', fields: { model: name } });
const preset = (form: Form, name: string): FormAction => ({
  type: 'load',
  setup: choosePreset(form.setup, name),
});

test('the page opens with a model of whoever answers, and no word about it', async () => {
  expect(await formAfter('play')).toMatchObject({
    setup: { model: 'llama-3.1-8b-instant' },
    notes: [],
  });
});

test('the model follows who answers, there and back', async () => {
  const names = ['simulator', 'anthropic', 'gemini', 'ollama', 'simulator'];
  const models = await Promise.all(
    names.map(async (_, index) => (await formAfter(...names.slice(0, index + 1))).setup.model),
  );
  expect(models).toEqual([
    'gpt-4o-mini',
    'claude-haiku-4-5',
    'gemini-2.5-flash-lite',
    '',
    'gpt-4o-mini',
  ]);
});

test('what was typed for a server of one’s own stays for the next, and is none of the simulator', async () => {
  const typed = await formAfter('simulator', 'ollama', model('gpt-4o-mini'), 'lmstudio');
  expect(typed.setup.model).toBe('gpt-4o-mini');
  expect((await formAfter('ollama', model('llama3.2'), 'simulator')).setup.model).toBe(
    'gpt-4o-mini',
  );
});

test('OpenAI’s own models are those of the simulator', async () => {
  const form = await formAfter('simulator', model('gpt-4.1-nano'), 'openai', 'simulator');
  expect(form.setup.model).toBe('gpt-4.1-nano');
});

test('a form that is opened is fitted to whoever answers, and says what became of its runs', async () => {
  const form = await formAfter('anthropic', model('claude-opus-4-5'));
  const offer = await offerFor('anthropic');
  const opened = nextForm(nextForm(form, preset(form, 'models')), { type: 'fit', offer, at });
  expect(opened.setup.model).toBe('claude-opus-4-5');
  expect(opened.setup.columns.map((column) => column.model)).toEqual([undefined, undefined]);
  expect(opened.notes).toEqual([
    'No gpt-4o-mini at Anthropic: claude-opus-4-5 is asked.',
    'Run A wanted gpt-4o-mini, which is not at Anthropic: claude-opus-4-5 is asked.',
    'Run B wanted gpt-4o, which is not at Anthropic: claude-opus-4-5 is asked.',
  ]);
  const edited = nextForm(opened, { type: 'add-message' });
  expect(edited).toMatchObject({ offer, notes: [] });
});

test('until it is fitted, an opened form is nobody’s', async () => {
  const form = await formAfter('simulator');
  expect(nextForm(form, preset(form, 'models')).offer).toBeUndefined();
});
