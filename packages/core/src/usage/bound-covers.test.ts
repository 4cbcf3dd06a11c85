import fc from 'fast-check';
import { expect, test } from 'vitest';
import { user } from '../messages.js';
import { openaiPrices } from '../prices/openai.js';
import type { DatedPrice } from '../pricing/catalogue.js';
import { invoice } from '../pricing/invoice.js';
import { maxCost } from '../pricing/max-cost.js';
import type { ChatRequest } from '../wire/request.js';
import { boundTokens, type TokenBound } from './bound.js';
import type { Usage, UsageLeaf } from './usage-leaves.js';

const sight = { type: 'image_url' as const, image_url: { url: 'https://example.com/cat.png' } };
const sound = {
  type: 'input_audio' as const,
  input_audio: { data: btoa('\0'.repeat(3000)), format: 'mp3' as const },
};

const request: fc.Arbitrary<ChatRequest> = fc
  .record({
    // The first sees and the second hears; what they cost is drawn beside them.
    model: fc.constantFrom('gpt-4o', 'gpt-audio'),
    content: fc.oneof(
      { weight: 5, arbitrary: fc.string() },
      // About where long prompts begin to cost more.
      fc.integer({ min: 271_700, max: 272_100 }).map((length) => 'x'.repeat(length)),
    ),
    media: fc.nat(3),
    n: fc.integer({ min: 1, max: 4 }),
    max_completion_tokens: fc.nat(100_000),
    modalities: fc.constantFrom<('text' | 'audio')[][]>(['text'], ['text', 'audio']),
  })
  .map(({ model, content, media, ...rest }) => {
    const medium = model === 'gpt-4o' ? sight : sound;
    const parts = [{ type: 'text' as const, text: content }, ...Array(media).fill(medium)];
    return { model, messages: [user(parts)], ...rest };
  });

const shares = fc.array(fc.nat(100), { minLength: 20, maxLength: 20 });

/** A usage that stays within a bound: parts of what there can be, in any state of the cache. */
function usageWithin(bound: TokenBound, share: readonly number[]): Usage {
  let drawn = 0;
  const part = (whole: number) => Math.floor((whole * (share[drawn++] ?? 0)) / 100);
  const usage: Partial<Record<UsageLeaf, number>> = {};
  const spread = (whole: number, leaves: readonly UsageLeaf[]) => {
    let left = whole;
    for (const leaf of leaves) {
      const tokens = part(left);
      usage[leaf] = tokens;
      left -= tokens;
    }
    return left;
  };
  const states = (modality: 'text' | 'image' | 'audio') =>
    (['fresh', 'cached', 'cacheWrite'] as const).map(
      (state) => `input.${modality}.${state}` as const,
    );
  const image = spread(bound.inputImageTokens, states('image'));
  const audio = spread(bound.inputAudioTokens, states('audio'));
  const text = bound.inputTokens - bound.inputImageTokens - bound.inputAudioTokens;
  // What was no image and no sound may all have been counted as text.
  spread(text + image + audio, states('text'));
  const spoken = part(bound.outputAudioTokens);
  usage['output.audio'] = spoken;
  spread(bound.outputTokens - spoken, [
    'output.text',
    'output.reasoning',
    'output.rejectedPrediction',
  ]);
  return usage;
}

const prices = openaiPrices.models.flatMap((model) => model.prices);

test('no usage within the bound costs more than the bound, at any price on the list', () => {
  let compared = 0;
  const price: fc.Arbitrary<DatedPrice> = fc.constantFrom(...prices);
  fc.assert(
    fc.property(request, price, shares, (asked, entry, share) => {
      const bound = boundTokens(asked);
      let most: bigint;
      try {
        most = maxCost(bound, entry);
      } catch {
        // No rate for what the request could use: nothing is promised, and nothing is reserved.
        return;
      }
      const bill = invoice(usageWithin(bound, share), entry);
      if (bill.kind === 'unknown') return;
      compared += 1;
      expect(bill.total).toBeLessThanOrEqual(most);
    }),
    { numRuns: 5000 },
  );
  expect(compared).toBeGreaterThan(1000);
});
