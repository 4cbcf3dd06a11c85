import { pageConnections } from './page-connections.js';

/** Whether money can be real in this document. */
export function MoneyNote() {
  return pageConnections().isLive
    ? 'Live: with a key or farebox play, the workbench costs real money'
    : 'Simulated: no key, no server, no real money';
}
