import type { ProviderName } from '@farebox/client';
import { expect, test } from 'vitest';
import { offerFor } from '../../connection/fixtures/offer-for.js';
import { draftsOf } from '../drafts.js';
import { firstSetup, scenePresets } from '../presets.js';
import { newMessage, type Setup } from '../setup/setup.js';
import { codeForms, formCode } from './code-forms.js';

async function codeFor(provider: ProviderName | undefined, setup: Setup = firstSetup) {
  const { prices } = await offerFor(provider ?? 'simulator');
  const [draft] = await draftsOf(setup, { prices, at: Date.now(), provider });
  return codeForms.map((form) => formCode(form, draft, provider));
}

test('the code of a provider names it, its address and the variable of its key', async () => {
  const [typescript, command, curl] = await codeFor('anthropic', {
    ...firstSetup,
    model: 'claude-haiku-4-5',
  });
  expect(typescript?.code).toContain("provider: 'anthropic',\n  model: 'claude-haiku-4-5',");
  expect(typescript?.note).toMatch(/^With ANTHROPIC_API_KEY set\./);
  expect(command?.code).toMatch(/^farebox --provider anthropic -m claude-haiku-4-5 /);
  expect(command?.note).toBe('With ANTHROPIC_API_KEY set.');
  expect(curl?.code).toMatch(/^curl -N https:\/\/api\.anthropic\.com\/v1\/chat\/completions /);
  expect(curl?.code).toContain('-H "Authorization: Bearer $ANTHROPIC_API_KEY"');
});

test('that of the simulator is for OpenAI, by default', async () => {
  const [typescript, command, curl] = await codeFor(undefined);
  expect(typescript?.code).not.toContain('provider');
  expect(typescript?.note).toMatch(/^With OPENAI_API_KEY set\./);
  expect(command?.code).toMatch(/^farebox -m gpt-4o-mini /);
  expect(curl?.code).toContain('https://api.openai.com/v1/chat/completions');
});

test('a server of one’s own is sent no key, and has to be there', async () => {
  const [typescript, command, curl] = await codeFor('ollama', { ...firstSetup, model: 'llama3.2' });
  expect(typescript?.code).toContain("provider: 'ollama'");
  expect(command?.note).toBe('With a server at http://localhost:11434/v1.');
  expect(curl?.code).not.toContain('Authorization');
});

test('where each customer has an address of their own, it comes from its variable', async () => {
  const [typescript, , curl] = await codeFor('azure');
  expect(typescript?.note).toMatch(/^With AZURE_OPENAI_API_KEY and AZURE_OPENAI_ENDPOINT set\./);
  expect(curl?.code).toMatch(
    /^curl -N "\$\{AZURE_OPENAI_ENDPOINT%\/\}"\/openai\/v1\/chat\/completions /,
  );
});

test('what the command has no words for is said', async () => {
  const messages = [newMessage(1, 'user', 'a'), newMessage(2, 'assistant', 'b')];
  const { tools } = scenePresets.call.setup;
  const [, command] = await codeFor(undefined, { ...firstSetup, messages, tools, seed: 7 });
  expect(command).toEqual({
    note: 'The command has no words for a conversation: the command asks one question, functions that the model may call and a seed.',
  });
});

test('a form that cannot be run has no code', () => {
  for (const form of codeForms) expect(formCode(form, undefined, undefined).code).toBeUndefined();
});
