import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { watchPage } from './browser.js';
import { openSite } from './open-site.js';
import { workbenchOf } from './workbench-parts.js';

const { site, browser } = await openSite();

const reply = {
  id: 'msg_1',
  object: 'chat.completion',
  created: 1,
  model: 'claude-haiku-4-5',
  choices: [
    { index: 0, message: { role: 'assistant', content: 'A list.' }, finish_reason: 'stop' },
  ],
  usage: { prompt_tokens: 10, completion_tokens: 20, total_tokens: 30 },
};

/** Answers in place of a provider, and keeps what it was asked. */
async function answerFor(page: Page, origin: string) {
  const bodies: { readonly model: string }[] = [];
  await page.route(`${origin}/**`, (route) => {
    bodies.push(route.request().postDataJSON());
    const headers = { 'access-control-allow-origin': '*' };
    return route.fulfill({ json: reply, headers });
  });
  return bodies;
}

test('models, prices, what is set aside and the code are those of who is chosen, there and back', async () => {
  const { page, complaints } = await watchPage(browser, `${site.url}live.html#/workbench`);
  const bodies = await answerFor(page, 'https://api.anthropic.com');
  const parts = workbenchOf(page);
  const { model, preset, run, stream, code, codeForm, phases, ticket, display, button } = parts;
  const who = page.getByLabel('Who answers');
  const prices = page.locator('#model-prices');
  const told = page.locator('.run-actions [role="status"]');
  const notes = page.locator('.form-notes');
  const money = page.locator('.fare-box h2 small');

  await preset.selectOption('A small model and a large one');
  expect(await money.textContent()).toBe('simulated money');
  await who.selectOption('Anthropic');
  await expect.poll(() => model.inputValue()).toBe('claude-haiku-4-5');
  expect(await prices.textContent()).toBe('$1.00 in · $5.00 out per million tokens');
  expect(await notes.textContent()).toContain('Run B wanted gpt-4o, which is not at Anthropic');
  expect(await page.getByLabel('Model of run B').inputValue()).toBe('');
  expect(await model.locator('option').allTextContents()).not.toContain('gpt-4o');
  expect(await told.textContent()).toBe('Type a key of Anthropic first.');
  await page.getByLabel(/key of Anthropic/i).fill('sk-ant-a-key');
  await expect.poll(() => told.textContent()).toMatch(/^Sets aside \$0\.00\d+/);
  expect(await money.textContent()).toBe('real money');
  await codeForm('curl').click();
  await expect.poll(() => code.textContent()).toContain('https://api.anthropic.com/v1/');
  expect(await code.textContent()).toContain('$ANTHROPIC_API_KEY');
  expect(await code.textContent()).not.toContain('sk-ant-a-key');

  await button('Remove run B').click();
  await stream.uncheck();
  await run.click();
  await phases('completed');
  expect(bodies.map((body) => body.model)).toEqual(['claude-haiku-4-5']);
  expect(await ticket.textContent()).toContain('claude-haiku-4-5');
  // 10 tokens at $1 and 20 at $5 a million.
  expect(await display.textContent()).toContain('$0.00011');

  await who.selectOption('Ollama');
  await expect.poll(() => told.textContent()).toBe('Name a model.');
  await model.fill('llama3.2');
  await expect.poll(() => told.textContent()).toBe('Sets nothing aside: it is free of charge');
  expect(await prices.textContent()).toBe('free of charge');
  await who.selectOption('LM Studio');
  await expect.poll(() => prices.textContent()).toBe('free of charge');
  expect(await model.inputValue()).toBe('llama3.2');

  await who.selectOption('The simulator in this page');
  await expect.poll(() => model.inputValue()).toBe('gpt-4o-mini');
  await run.click();
  await phases('completed');
  expect(bodies).toHaveLength(1);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('the call of a function is answered to who made it, and to nobody else', async () => {
  const { page, complaints } = await watchPage(browser, `${site.url}live.html#/workbench`);
  const { preset, run, phases, paper, button } = workbenchOf(page);
  const who = page.getByLabel('Who answers');
  await preset.selectOption('A function that you answer');
  await run.click();
  await phases('completed');
  await page.getByLabel(/get_weather/).fill('{"celsius": 17}');
  await who.selectOption('OpenAI');
  const send = button('Send the result');
  await expect.poll(() => send.isDisabled()).toBe(true);
  expect(await paper.textContent()).toContain('This was asked of the simulator');
  await who.selectOption('The simulator in this page');
  await send.click();
  await expect.poll(() => paper.textContent()).toContain('17');
  await phases('completed');
  expect(complaints).toEqual([]);
  await page.context().close();
});
