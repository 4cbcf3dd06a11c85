import type { ProviderName } from '@farebox/client';
import fc from 'fast-check';
import { offerFor } from '../src/connection/fixtures/offer-for.js';
import { formCode } from '../src/workbench/code/code-forms.js';
import { type Draft, draftsOf } from '../src/workbench/drafts.js';
import { anySetup } from '../src/workbench/fixtures/any-setup.js';
import { personaPresets, scenePresets } from '../src/workbench/presets.js';
import { fittedSetup } from '../src/workbench/setup/fitted-setup.js';

/** A form, what it would send, and whom. */
export interface CodeSample {
  readonly name: string;
  readonly provider: ProviderName | undefined;
  readonly draft: Draft;
}

/** What each provider's key is in the environment of the proofs. */
export const keys = {
  OPENAI_API_KEY: 'sk-canary-openai',
  ANTHROPIC_API_KEY: 'sk-canary-anthropic',
  GEMINI_API_KEY: 'sk-canary-gemini',
};

const asked: readonly (ProviderName | undefined)[] = [undefined, 'anthropic', 'gemini', 'ollama'];
const at = Date.UTC(2026, 10, 24);
const seed = 20261124;

/** Every preset for each provider, and generated forms for one after the other; each run of them is a sample. */
export async function codeSamples(generated: number): Promise<readonly CodeSample[]> {
  const presets = Object.entries({ ...personaPresets, ...scenePresets });
  const forms = [
    ...presets.flatMap(([name, { setup }]) =>
      asked.map((provider) => ({
        name: `preset ${name}`,
        provider,
        // Enough for any of them.
        setup: { ...setup, budgetUsd: '5' },
      })),
    ),
    ...fc.sample(anySetup, { seed, numRuns: generated }).map((setup, index) => ({
      name: `form ${index} of seed ${seed}`,
      provider: asked[index % asked.length],
      setup,
    })),
  ];
  const samples = forms.map(async ({ name, provider, setup: given }) => {
    const offer = await offerFor(provider ?? 'simulator');
    const { prices } = offer;
    const from = (await offerFor('simulator')).prices;
    const { setup } = fittedSetup(given, { offer, from, otherwise: 'llama3.2', at });
    const drafts = await draftsOf(setup, { prices, at, provider });
    return drafts.map((draft, run) => {
      const sample = { name: `${name}, run ${run}, at ${provider ?? 'the simulator'}`, provider };
      return { ...sample, draft };
    });
  });
  return (await Promise.all(samples)).flat();
}

/** The code of a sample in a form, as the panel shows it. */
export function codeOf({ draft, provider }: CodeSample, form: Parameters<typeof formCode>[0]) {
  return formCode(form, draft, provider);
}
