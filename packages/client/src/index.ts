export { sleep } from './clock/sleep.js';
export { systemClock } from './clock/system-clock.js';
export { type BreakerOptions, breaker } from './layers/breaker/breaker.js';
export { type BreakerRegistry, breakerRegistry } from './layers/breaker/breaker-registry.js';
export { type ClocksOptions, clocks } from './layers/clocks.js';
export { type DeadlineOptions, deadline } from './layers/deadline.js';
export { type RetryOptions, retry } from './layers/retry.js';
export { type FetchTransportOptions, fetchTransport } from './transport/fetch-transport.js';
