import { type ProviderName, providerOf } from '@farebox/client';
import type { Catalogue } from '@farebox/core';
import { openaiPrices } from '@farebox/core/prices/openai';
import { priceLists } from '@farebox/cost';
import { useEffect, useMemo, useState } from 'react';
import { type ModelChoice, modelChoices } from '../ask/models.js';
import type { Line } from '../call/run-call.js';
import { type Connection, connectionOptions, modelChoice } from '../connection/connection.js';
import { connectionProblem } from '../connection/connection-choices.js';
import {
  firstConnection,
  type PageConnections,
  pageConnections,
} from '../connection/page-connections.js';
import { pageSimulator } from '../simulator/page-simulator.js';

/** Who answers, and what follows from it for the form, the code and the estimates. */
export interface ConnectionControls {
  readonly page: PageConnections;
  readonly connection: Connection;
  readonly onConnection: (connection: Connection) => void;
  /** Undefined for the simulator, which answers as OpenAI. */
  readonly provider: ProviderName | undefined;
  readonly prices: Catalogue;
  readonly models: readonly ModelChoice[];
  /** What to ask for first there. */
  readonly firstModel: string | undefined;
  /** Why nothing can be asked yet. */
  readonly problem: string | undefined;
  readonly connect: () => Promise<Line>;
}

export function useConnection(): ConnectionControls {
  const [page] = useState(pageConnections);
  const [connection, onConnection] = useState(() => firstConnection(page));
  const provider = providerIn(connection);
  const prices = usePrices(provider);
  const { first: firstModel, only } = modelChoice(connection);
  const models = useMemo(() => choicesOf(prices, only), [prices, only]);
  return {
    page,
    connection,
    onConnection,
    provider,
    prices,
    models,
    firstModel,
    problem: connectionProblem(connection),
    connect: async () => {
      const { fetch: simulator } = await pageSimulator();
      return connectionOptions(connection, {
        simulator,
        fetch: (...request) => fetch(...request),
        page: location.href,
      });
    },
  };
}

function providerIn(connection: Connection): ProviderName | undefined {
  switch (connection.kind) {
    case 'simulator':
      return undefined;
    case 'provider':
      return connection.provider;
    case 'play':
      return connection.grant.provider;
  }
}

/** The price list of a provider; until it is there, and where there is none, OpenAI's. */
function usePrices(provider: ProviderName | undefined): Catalogue {
  const [loaded, setLoaded] = useState<{ of?: ProviderName; prices: Catalogue }>({
    prices: openaiPrices,
  });
  useEffect(() => {
    const name = provider === undefined ? undefined : providerOf(provider).prices;
    if (provider === undefined || name === undefined) return;
    let isOld = false;
    void priceLists[name]().then((prices) => isOld || setLoaded({ of: provider, prices }));
    return () => {
      isOld = true;
    };
  }, [provider]);
  return loaded.of === provider ? loaded.prices : openaiPrices;
}

/** The models of a price list, or `only` those. */
function choicesOf(prices: Catalogue, only?: readonly string[]): readonly ModelChoice[] {
  const priced = modelChoices(prices, Date.now());
  if (only === undefined) return priced;
  return only.map((id) => priced.find((choice) => choice.id === id) ?? { id });
}
