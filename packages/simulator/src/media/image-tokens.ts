import { imageRule, mostPatches, type PatchBudget } from './image-rules.js';
import type { ImageSize } from './image-size.js';

/** What a request asks for of an image. */
export type ImageDetail = 'auto' | 'low' | 'high' | 'original';

/**
 * What an image costs, by OpenAI's documented rules for the model.
 *
 * Tiles: the image is made to fit 2,048 × 2,048, then its shorter side to fit 768; it costs the base,
 * and so much for each square of 512 that covers it. `low` detail costs the base alone.
 *
 * Patches: the squares of 32 that cover it, after it was scaled down to the budget of its detail, times
 * the model's factor, rounded up. `low` is `high` here, as in the bills that others have seen.
 *
 * An image is never scaled up; scaled sides are rounded down.
 *
 * @example
 * imageTokens('gpt-4o', { width: 2048, height: 4096 }, 'high') // => 1105
 */
export function imageTokens(model: string, size: ImageSize, detail: ImageDetail = 'auto'): number {
  const rule = imageRule(model);
  if (rule.kind === 'tiles') {
    return detail === 'low' ? rule.base : rule.base + tiles(size) * rule.tile;
  }
  const budget = rule.sizes[detail === 'low' ? 'high' : detail];
  // 1.2, 1.62 and 2.46 are no binary fractions: 100 patches must not cost a token more than they do.
  return Math.ceil((patches(size, budget) * Math.round(rule.perPatch * 100)) / 100);
}

/** Whether OpenAI refuses an image for the patches it takes, scaled as its detail says. */
export function isTooLarge(model: string, size: ImageSize, detail: ImageDetail = 'auto'): boolean {
  const rule = imageRule(model);
  if (rule.kind === 'tiles') return false;
  return patches(size, rule.sizes[detail === 'low' ? 'high' : detail]) > mostPatches;
}

function tiles(size: ImageSize): number {
  const fitted = shrink(size, Math.max(size.width, size.height), 2048);
  const { width, height } = shrink(fitted, Math.min(fitted.width, fitted.height), 768);
  return Math.ceil(width / 512) * Math.ceil(height / 512);
}

/** Scales so that a side of `from` pixels has no more than `to`. */
function shrink({ width, height }: ImageSize, from: number, to: number): ImageSize {
  if (from <= to) return { width, height };
  return {
    width: Math.max(1, Math.floor((width * to) / from)),
    height: Math.max(1, Math.floor((height * to) / from)),
  };
}

function patches(size: ImageSize, budget: PatchBudget | undefined): number {
  if (budget === undefined) return covering(size);
  const fitted = shrink(size, Math.max(size.width, size.height), budget.sidePixels);
  if (covering(fitted) <= budget.patches) return covering(fitted);
  const { width, height } = fitted;
  const scale = Math.sqrt((32 * 32 * budget.patches) / (width * height));
  // One side is made a whole number of patches; the other side then needs no more than it had.
  const across = (width * scale) / 32;
  const down = (height * scale) / 32;
  const whole = Math.min(wholePart(across), wholePart(down));
  return Math.min(
    budget.patches,
    Math.ceil(across * whole - 1e-9) * Math.ceil(down * whole - 1e-9),
  );
}

function covering({ width, height }: ImageSize): number {
  return Math.ceil(width / 32) * Math.ceil(height / 32);
}

/** The share of a length that whole patches take; of a thin strip, all of it. */
function wholePart(length: number): number {
  return length < 1 ? 1 : Math.floor(length) / length;
}
