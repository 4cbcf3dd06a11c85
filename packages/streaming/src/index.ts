export type { ChainOptions, Successor } from './chain/chain-options.js';
export { chainStreams } from './chain/chain-streams.js';
export { Repetition } from './chain/repetition.js';
export type { ReplyLimits } from './limits.js';
export { type OpenStreamOptions, openStream } from './open-stream.js';
export { encodeEvent, toEventStream } from './sse/encode.js';
export { abandoned, alreadyRead } from './stream-errors.js';
