import { type ProviderName, providers } from '@farebox/client';
import type { Catalogue } from '@farebox/core';
import { openaiPrices } from '@farebox/core/prices/openai';
import { useEffect, useMemo, useState } from 'react';
import type { Connection } from '../connection/connection.js';
import { choiceOf } from '../connection/connection-choices.js';
import { type Offer, offerOf, pricesOf, providerIn } from '../connection/offer.js';

interface LoadedPrices {
  readonly provider: ProviderName;
  /** Undefined where they could not be loaded. */
  readonly prices: Catalogue | undefined;
}

export interface KnownOffer {
  readonly offer: Offer | undefined;
  /** Why there is none. */
  readonly problem: string | undefined;
}

/** What is on offer over a connection, once its price list is there. */
export function useOffer(connection: Connection): KnownOffer {
  const [loaded, setLoaded] = useState<LoadedPrices>();
  const provider = providerIn(connection);
  useEffect(() => {
    if (provider === undefined) return;
    let isOld = false;
    const keep = (prices?: Catalogue) => isOld || setLoaded({ provider, prices });
    pricesOf(provider).then(keep, () => keep());
    return () => {
      isOld = true;
    };
  }, [provider]);

  const isLoaded = loaded !== undefined && loaded.provider === provider;
  // The simulator's list is there with the page.
  const prices = provider === undefined ? openaiPrices : isLoaded ? loaded.prices : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a key changes nothing of an offer
  const offer = useMemo(
    () => prices && offerOf(connection, prices, Date.now()),
    [choiceOf(connection), prices],
  );
  if (offer !== undefined || provider === undefined) return { offer, problem: undefined };
  const list = `The price list of ${providers[provider].label}`;
  const problem = isLoaded
    ? `${list} could not be loaded: reload the page.`
    : `${list} is being loaded.`;
  return { offer, problem };
}
