import { startCell } from './start-cell.js';

/** The frame hands in the port, once. */
self.addEventListener('message', ({ ports: [port] }) => port && startCell(port), { once: true });
