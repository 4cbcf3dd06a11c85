import { isGptFrom } from '../catalogue/gpt-version.js';

/** A tile model counts squares of 512 pixels beside a base, a patch model squares of 32. */
export type ImageRule =
  | { readonly kind: 'tiles'; readonly base: number; readonly tile: number }
  | { readonly kind: 'patches'; readonly perPatch: number; readonly sizes: PatchSizes };

/** How large an image may be, before it is scaled down, in patches and in pixels of its longer side. */
export interface PatchBudget {
  readonly patches: number;
  readonly sidePixels: number;
}

/** The budget of each `detail`; without one, an image keeps its size. */
export interface PatchSizes {
  readonly high: PatchBudget;
  readonly original: PatchBudget | undefined;
  readonly auto: PatchBudget | undefined;
}

/** An image that takes more patches after it was scaled is refused. */
export const mostPatches = 30_000;

const small: PatchBudget = { patches: 1_536, sidePixels: 2_048 };
const large: PatchBudget = { patches: 2_500, sidePixels: 2_048 };
const original: PatchBudget = { patches: 10_000, sidePixels: 6_000 };
const oneSize: PatchSizes = { high: small, original: small, auto: small };

const patches = (perPatch: number, sizes = oneSize): ImageRule => ({
  kind: 'patches',
  perPatch,
  sizes,
});
const tiles = (base: number, tile: number): ImageRule => ({ kind: 'tiles', base, tile });

/**
 * The rule by which a model counts images.
 *
 * Source: developers.openai.com/api/docs/guides/images-vision, "Model sizing behavior" and "Calculating
 * costs", in its state of after GPT-5.6. It names no factor for gpt-5.2 and the full-size models after
 * it; their bills were at 1.2 (community.openai.com 1377015, and docs.apiyi.com for gpt-6.1-sol).
 * gpt-5.1, of which it says nothing, is taken for a gpt-5, and GPT-6 for a GPT-5.6.
 */
export function imageRule(model: string): ImageRule {
  const isMini = /-mini(-|$)/.test(model);
  const isNano = /-nano(-|$)/.test(model);
  if (isGptFrom(model, 5)) {
    if (isMini) return patches(1.62);
    if (isNano) return patches(2.46);
    if (isGptFrom(model, 5, 6)) {
      return patches(1.2, { high: large, original: undefined, auto: undefined });
    }
    if (isGptFrom(model, 5, 5)) return patches(1.2, { high: large, original, auto: original });
    if (isGptFrom(model, 5, 4)) return patches(1.2, { high: large, original, auto: large });
    return isGptFrom(model, 5, 2) ? patches(1.2) : tiles(70, 140);
  }
  if (model.startsWith('gpt-4.1') && isMini) return patches(1.62);
  if (model.startsWith('gpt-4.1') && isNano) return patches(2.46);
  if (model.startsWith('o4-mini')) return patches(1.72);
  if (model.startsWith('gpt-4o-mini')) return tiles(2833, 5667);
  return /^o\d/.test(model) ? tiles(75, 150) : tiles(85, 170);
}
