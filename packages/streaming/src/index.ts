export { type ChainOptions, chainStreams, type Successor } from './chain/chain-streams.js';
export type { ReplyLimits } from './limits.js';
export { type OpenStreamOptions, openStream } from './open-stream.js';
export { encodeEvent, toEventStream } from './sse/encode.js';
