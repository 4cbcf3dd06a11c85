/** Something to write, and what writing it means for the books. */
export interface Frame {
  /** The bytes as text, made when they are written. */
  readonly write: () => string;
  /** Completion tokens that this frame carries. */
  readonly tokens: number;
  /** Whether with this frame every choice has been sent to its finish. */
  readonly finishes: boolean;
}

/** What is written after the frames, again and again for as long as somebody reads; it is not billed. */
export interface Flood {
  readonly block: string;
  /** Between two blocks, on the provider's clock. Default: as fast as they are read. */
  readonly everyMs?: number;
  /** Where it ends. Default: never. */
  readonly bytes?: number;
}

/**
 * A reply before it is written: what a fault bends.
 *
 * `ending`: what happens after the last frame: the body closes, stays open, or breaks: by a reset, by
 * a close inside its framing, or where it has no framing that would show it.
 */
export interface ReplyPlan {
  readonly kind: 'events' | 'json';
  readonly frames: readonly Frame[];
  readonly ending: 'close' | 'hang' | 'reset' | 'short' | 'unframed';
  readonly flood?: Flood;
  /** What its text is as bytes. Default: UTF-8. */
  readonly encode?: (text: string) => Uint8Array<ArrayBuffer>;
  /** Beside those that every reply has, or in their place. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether generation begins, and with it the billing of the prompt. */
  readonly begins: boolean;
  /** Completion tokens that are billed as it begins: all of a JSON reply, which is sent when done. */
  readonly upfrontTokens: number;
}

/** A frame of fixed text that is no part of an answer. */
export function plainFrame(text: string): Frame {
  return { write: () => text, tokens: 0, finishes: false };
}

/** What ends a stream that was answered whole. */
export const doneFrame: Frame = plainFrame('data: [DONE]\n\n');

/** The same frame with another text; what ends a stream stays that, as long as it says so. */
export function withText(frame: Frame, text: string): Frame {
  if (frame === doneFrame && text === frame.write()) return frame;
  return { ...frame, write: () => text };
}
