import type { ProviderName } from '@farebox/client';
import { useState } from 'react';
import type { Line } from '../call/run-call.js';
import { type Connection, connectionOptions } from '../connection/connection.js';
import { connectionProblem } from '../connection/connection-choices.js';
import { type Offer, providerIn } from '../connection/offer.js';
import {
  firstConnection,
  type PageConnections,
  pageConnections,
} from '../connection/page-connections.js';
import { pageSimulator } from '../simulator/page-simulator.js';
import { useOffer } from './use-offer.js';

/** Who answers, and what follows from it for the form, the code and the estimates. */
export interface ConnectionControls {
  readonly page: PageConnections;
  readonly connection: Connection;
  readonly onConnection: (connection: Connection) => void;
  /** Undefined for the simulator, which answers as OpenAI. */
  readonly provider: ProviderName | undefined;
  /** Undefined until it is known. */
  readonly offer: Offer | undefined;
  /** Why nothing can be asked yet. */
  readonly problem: string | undefined;
  readonly connect: () => Promise<Line>;
}

export function useConnection(): ConnectionControls {
  const [page] = useState(pageConnections);
  const [connection, onConnection] = useState(() => firstConnection(page));
  const { offer, problem } = useOffer(connection);
  return {
    page,
    connection,
    onConnection,
    provider: providerIn(connection),
    offer,
    problem: connectionProblem(connection) ?? problem,
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
