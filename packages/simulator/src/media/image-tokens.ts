import type { ImageSize } from './image-size.js';

/** A tile model counts squares of 512 pixels, a patch model squares of 32. */
type Rule =
  | { readonly kind: 'tiles'; readonly base: number; readonly tile: number }
  | { readonly kind: 'patches'; readonly perPatch: number };

/** By the start of a model's name; the longest that fits. */
const rules: readonly (readonly [prefix: string, rule: Rule])[] = [
  ['gpt-4.1-mini', { kind: 'patches', perPatch: 1.62 }],
  ['gpt-4.1-nano', { kind: 'patches', perPatch: 2.46 }],
  ['o4-mini', { kind: 'patches', perPatch: 1.72 }],
  ['gpt-4o-mini', { kind: 'tiles', base: 2833, tile: 5667 }],
  ['o', { kind: 'tiles', base: 75, tile: 150 }],
  ['', { kind: 'tiles', base: 85, tile: 170 }],
];

const maximumPatches = 1536;

/**
 * What an image costs, by OpenAI's documented rules for the model.
 *
 * Tiles (gpt-4o and gpt-4.1: 85 and 170 for each; gpt-4o-mini: 2,833 and 5,667; o1 and o3: 75 and
 * 150): the image is made to fit 2,048 × 2,048, then its shorter side to fit 768; it costs the base,
 * and so much for each square of 512 that covers it. `low` detail costs the base alone.
 *
 * Patches (gpt-4.1-mini × 1.62, gpt-4.1-nano × 2.46, o4-mini × 1.72): the squares of 32 that cover
 * it, after it was scaled down to at most 1,536 of them, times the model's factor, rounded up.
 * `low` makes no difference. `auto` and `original` are `high` here.
 *
 * An image is never scaled up; scaled sides are rounded down.
 * Source: developers.openai.com/api/docs/guides/images-vision, "Calculating costs".
 *
 * @example
 * imageTokens('gpt-4o', { width: 2048, height: 4096 }, 'high') // => 1105
 */
export function imageTokens(
  model: string,
  size: ImageSize,
  detail: 'auto' | 'low' | 'high' | 'original' = 'auto',
): number {
  const rule = rules.find(([prefix]) => model.startsWith(prefix))?.[1];
  if (rule?.kind === 'patches') return Math.ceil(patches(size) * rule.perPatch);
  const { base, tile } = rule ?? { base: 85, tile: 170 };
  return detail === 'low' ? base : base + tiles(size) * tile;
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

function patches({ width, height }: ImageSize): number {
  const covering = Math.ceil(width / 32) * Math.ceil(height / 32);
  if (covering <= maximumPatches) return covering;
  const scale = Math.sqrt((32 * 32 * maximumPatches) / (width * height));
  // One side is made a whole number of patches; the other side then needs no more than it had.
  const across = (width * scale) / 32;
  const down = (height * scale) / 32;
  const whole = Math.min(wholePart(across), wholePart(down));
  return Math.min(
    maximumPatches,
    Math.ceil(across * whole - 1e-9) * Math.ceil(down * whole - 1e-9),
  );
}

/** The share of a length that whole patches take; of a thin strip, all of it. */
function wholePart(length: number): number {
  return length < 1 ? 1 : Math.floor(length) / length;
}
