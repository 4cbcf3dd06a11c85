export { type VirtualClock, virtualClock } from './testing/virtual-clock.js';
