/** How much of a reply is accepted before it ends as `too-large`. */
export interface ReplyLimits {
  /** Characters in one event. Default 4 Mi. */
  readonly maxEventLength?: number | undefined;
  /** Bytes in the whole reply, decoded. Default 256 MiB for a stream, 64 MiB for a JSON reply. */
  readonly maxReplyBytes?: number | undefined;
}

export const defaultMaxEventLength = 4 * 1024 * 1024;
export const defaultMaxStreamBytes = 256 * 1024 * 1024;
export const defaultMaxJsonBytes = 64 * 1024 * 1024;
