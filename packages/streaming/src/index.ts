export type { ByteSource } from './byte-source.js';
export type { ReplyLimits } from './limits.js';
export { Pump, type PumpOptions } from './pump.js';
export { encodeEvent, toEventStream } from './sse/encode.js';
