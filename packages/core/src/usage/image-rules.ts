/** A tile model counts squares of 512 pixels beside a base, a patch model squares of 32. */
export type ImageRule =
  | { readonly kind: 'tiles'; readonly base: number; readonly tile: number }
  | {
      readonly kind: 'patches';
      /** Tokens per 100 patches. */
      readonly hundredths: number;
      /** An image is scaled down until it has no more. */
      readonly patches: number;
      /** The same at `detail: "original"`. */
      readonly originalPatches: number;
      /** Whether `auto`, and no detail at all, mean `original`. */
      readonly keepsSize: boolean;
    };

const tiles = (base: number, tile: number): ImageRule => ({ kind: 'tiles', base, tile });
const patches = (hundredths: number): ImageRule => ({
  kind: 'patches',
  hundredths,
  patches: 1_536,
  originalPatches: 1_536,
  keepsSize: false,
});
const largePatches = (originalPatches: number): ImageRule => ({
  kind: 'patches',
  hundredths: 120,
  patches: 2_500,
  originalPatches,
  keepsSize: true,
});

/**
 * What images cost at most, by the start of a model's name; the first entry that fits counts.
 *
 * Source: developers.openai.com/api/docs/guides/images-vision, "Calculating costs" and "Model sizing
 * behavior", as of September 2026. Where bills were seen to be higher than the guide, the bills count:
 * gpt-5.2 and later take 1.2 tokens per patch (community.openai.com 1377015). `low` costs a patch
 * model as much as `high` (same thread). Above 30,000 patches an image is refused.
 */
export const imageRules: readonly {
  readonly models: readonly string[];
  readonly rules: readonly ImageRule[];
}[] = [
  { models: ['gpt-4o-mini'], rules: [tiles(2833, 5667)] },
  { models: ['gpt-4.1-mini', 'gpt-5-mini', 'gpt-5.4-mini'], rules: [patches(162)] },
  { models: ['gpt-4.1-nano', 'gpt-5-nano', 'gpt-5.4-nano'], rules: [patches(246)] },
  { models: ['o4-mini'], rules: [patches(172)] },
  { models: ['gpt-5-codex', 'gpt-5.2', 'gpt-5.3-codex'], rules: [patches(120)] },
  { models: ['gpt-5.4', 'gpt-5.5'], rules: [largePatches(10_000)] },
  { models: ['gpt-5.6', 'gpt-6', 'gpt-6.1'], rules: [largePatches(30_000)] },
  { models: ['gpt-5'], rules: [tiles(70, 140)] },
  { models: ['gpt-4o', 'gpt-4.1', 'gpt-4.5', 'chatgpt-4o'], rules: [tiles(85, 170)] },
  { models: ['gpt-4-turbo', 'gpt-4-vision'], rules: [tiles(85, 170)] },
  // Its guide names no rule; those of its predecessor and its successor are taken, and the dearer counts.
  { models: ['gpt-5.1'], rules: [tiles(70, 140), patches(120)] },
  { models: ['o1', 'o3'], rules: [tiles(75, 150)] },
];
