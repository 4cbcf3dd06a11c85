import { tabStorage } from '../page/kept-storage.js';
import type { Connection } from './connection.js';
import { heldPlayGrant, type PlayGrant } from './play-grant.js';

/** What this document may connect to. */
export interface PageConnections {
  /** Whether its policy lets a key out at all. */
  readonly isLive: boolean;
  readonly grant: PlayGrant | undefined;
}

/** `index.html` connects to nobody, by policy; `live.html` says in its root that it may. */
export function pageConnections(): PageConnections {
  const isLive = document.documentElement.dataset.page === 'live';
  return { isLive, grant: isLive ? heldPlayGrant(tabStorage) : undefined };
}

/** Who answers when the page opens: the command that serves it, where it may be asked, or the simulator. */
export function firstConnection({ grant }: PageConnections): Connection {
  return grant === undefined ? { kind: 'simulator' } : { kind: 'play', grant };
}
