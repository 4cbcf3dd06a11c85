import { takePlayGrant } from './connection/play-grant.js';
import { tabStorage } from './page/kept-storage.js';

// Before anything else reads the address: a token must not stay in it, nor be taken for a route.
const instead = takePlayGrant(location.hash, tabStorage);
if (instead !== undefined) history.replaceState(null, '', instead);
await import('./main.js');
