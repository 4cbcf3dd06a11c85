import { base64Bytes } from '../media/base64-bytes.js';
import { type ImageSize, imageSize } from '../media/image-size.js';
import { type ImageRule, imageRules } from './image-rules.js';
import { startsModel } from './model-name.js';

/** What an `image_url` part has. */
export interface ImageReference {
  readonly url: string;
  readonly detail?: string | undefined;
}

/**
 * The tokens an image can cost at most; nothing for a model without a known rule.
 *
 * An image whose size is not in the request (at a URL, or in a format that is not read) is taken for
 * the largest that the rule allows. However a provider rounds the sides it scales, it bills no more.
 *
 * @example
 * mostImageTokens('gpt-4o', { url: 'https://example.com/cat.png' }); // => 1445
 * mostImageTokens('gpt-4o', { url: 'https://example.com/cat.png', detail: 'low' }); // => 85
 */
export function mostImageTokens(model: string, image: ImageReference): number | undefined {
  const rules = imageRules.find(({ models }) => models.some((name) => startsModel(name, model)));
  if (rules === undefined) return undefined;
  const size = sizeOf(image.url);
  return Math.max(...rules.rules.map((rule) => mostByRule(rule, size, image.detail)));
}

function mostByRule(rule: ImageRule, size: ImageSize | undefined, detail?: string): number {
  if (rule.kind === 'tiles') {
    return detail === 'low' ? rule.base : rule.base + mostTiles(size) * rule.tile;
  }
  const shrinks = detail === 'high' || detail === 'low' || !rule.keepsSize;
  const most = shrinks ? rule.patches : rule.originalPatches;
  const patches = size === undefined ? most : patchesOf(size);
  // Tenths and hundredths are no binary fractions: 1.62 × 100 must not become 163.
  return Math.ceil((Math.min(most, patches) * rule.hundredths) / 100);
}

function patchesOf({ width, height }: ImageSize): number {
  return Math.ceil(width / 32) * Math.ceil(height / 32);
}

/**
 * Squares of 512 over the image once it fits into 2,048 × 2,048 and its shorter side into 768.
 *
 * A shorter side that the provider rounds down is shrunk less for it, and leaves the longer one longer.
 */
function mostTiles(size: ImageSize | undefined): number {
  if (size === undefined) return 4 * 2;
  const length = Math.max(size.width, size.height);
  const longer = Math.min(length, 2048);
  const shorter = (Math.min(size.width, size.height) * longer) / length;
  const left = Math.max(768, Math.floor(shorter));
  const across = Math.ceil(Math.min(shorter, 768) / 512);
  return across * Math.ceil((longer * 768) / left / 512);
}

const longestHeader = 200;

function sizeOf(url: string): ImageSize | undefined {
  const header = /^data:[^,]*;base64,/i.exec(url.slice(0, longestHeader))?.[0];
  const bytes = header === undefined ? undefined : base64Bytes(url.slice(header.length));
  return bytes === undefined ? undefined : imageSize(bytes);
}
