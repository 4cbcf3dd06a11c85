export type { ByteSource } from './byte-source.js';
export type { ReplyLimits } from './limits.js';
export { type OpenStreamOptions, openStream } from './open-stream.js';
export { Pump, type PumpOptions } from './pump.js';
export { encodeEvent, toEventStream } from './sse/encode.js';
