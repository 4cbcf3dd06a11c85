export type { BilledRequest, Books, RequestEnd } from './books/books.js';
export type { FaultSettings } from './faults/fault.js';
export type { FaultName } from './faults/faults.js';
export type { FaultStep, NamedFault } from './faults/script.js';
export { type SimulateOptions, type Simulator, simulate } from './simulate.js';
export type { Pace } from './wire/pace.js';
