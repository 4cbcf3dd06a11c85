import { type Catalogue, ChatError, isChatError } from '@farebox/core';
import { priceLists } from '../price-lists.js';

/** A price list, or how to get it: asked for when the first attempt is to be paid for. */
export type PriceSource = Catalogue | (() => Catalogue | Promise<Catalogue>);

/**
 * The price list of a source, by default OpenAI's.
 *
 * @throws {ChatError} `configuration` with code `no-prices` when there is none to be had.
 */
export async function catalogueOf(source: PriceSource = priceLists.openai): Promise<Catalogue> {
  if (typeof source !== 'function') return source;
  try {
    return await source();
  } catch (cause) {
    throw isChatError(cause) ? cause : notLoaded(cause);
  }
}

/** The same source, asked once, however many calls need it at the same time; after a failure it is asked again. */
export function askedOnce(source: PriceSource = priceLists.openai): PriceSource {
  if (typeof source !== 'function') return source;
  let held: Catalogue | Promise<Catalogue> | undefined;
  const ask = async () => {
    try {
      held = await source();
      return held;
    } catch (error) {
      held = undefined;
      throw error;
    }
  };
  return () => {
    held ??= ask();
    return held;
  };
}

function notLoaded(cause: unknown): ChatError {
  return new ChatError({
    kind: 'configuration',
    code: 'no-prices',
    message: 'The price list could not be loaded, so nothing was sent.',
    fix: 'See that the program can load its own files, or pass a price list that was imported beforehand as prices.',
    cause,
  });
}
