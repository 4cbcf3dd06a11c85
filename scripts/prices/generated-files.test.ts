import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Catalogue, findPrice, loadCatalogue } from '@farebox/core';
import { expect, onTestFinished, test } from 'vitest';
import { generatedFiles } from './generated-files.ts';
import { installedSource, type Source } from './source.ts';

const core = join(import.meta.dirname, '../../packages/core');
const source = await installedSource();

test('what is in the repository is what the data and the overlays make, byte for byte, on any day', () => {
  for (const today of ['2026-11-24', '2027-06-01']) {
    for (const [path, text] of generatedFiles(source, core, today)) {
      expect(readFileSync(join(core, path), 'utf8') === text, path).toBe(true);
    }
  }
});

test('there is no list or module that is not generated', () => {
  const paths = [...generatedFiles(source, core, '2026-11-24').keys()];
  const lists = readdirSync(join(core, 'prices')).map((name) => `prices/${name}`);
  const modules = readdirSync(join(core, 'src/prices'))
    // Of one's own servers there is nothing to generate: all their models are free.
    .filter((name) => !/\.(test|proof)\.ts$/.test(name) && name !== 'local.ts')
    .map((name) => `src/prices/${name}`);
  expect(paths).toEqual(expect.arrayContaining([...lists, ...modules]));
});

test('a price that the data change counts from that day, and last week’s call costs what it did', () => {
  const folder = mkdtempSync(join(tmpdir(), 'farebox-prices-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(core, 'prices'), join(folder, 'prices'), { recursive: true });
  const before = generatedFiles(withPrice('gpt-4o', 2), folder, '2026-12-24');
  for (const [path, text] of before) {
    if (path.startsWith('prices/')) writeFileSync(join(folder, path), text);
  }
  const openai = listOf(before);
  expect(inputRate(openai, 'gpt-4o', '2026-12-23T23:59:59Z')).toBe(2_500_000n);
  expect(inputRate(openai, 'gpt-4o', '2026-12-24T00:00:00Z')).toBe(2_000_000n);
  expect(inputRate(openai, 'gpt-4o-mini', '2026-12-25T00:00:00Z')).toBe(150_000n);
  const again = generatedFiles(withPrice('gpt-4o', 2), folder, '2027-01-01');
  expect(again.get('prices/openai.json')).toBe(before.get('prices/openai.json'));
  const course = before.get('src/pricing/course-prices.ts');
  expect(course).toContain("'input.text.fresh': 2000000n");
});

/** The data with another price for the input of one model of OpenAI. */
function withPrice(id: string, input_mtok: number): Source {
  const providers = source.providers.map((provider) => ({
    ...provider,
    models: provider.models.map((model) =>
      provider.id === 'openai' && model.id === id
        ? { ...model, prices: { ...model.prices, input_mtok } as typeof model.prices }
        : model,
    ),
  }));
  return { ...source, providers };
}

function listOf(files: Map<string, string>): Catalogue {
  return loadCatalogue(JSON.parse(files.get('prices/openai.json') ?? ''));
}

function inputRate(list: Catalogue, model: string, at: string): bigint | undefined {
  const price = findPrice(list, { model, at: Date.parse(at) });
  return price.kind === 'price' ? price.rates['input.text.fresh'] : undefined;
}
