import type { FinishReason } from '@farebox/core';
import type { Segment } from '../text/template.js';

/** Something an answer says: text, a refusal, or the arguments (input) of one tool call. */
export type Section =
  | { readonly kind: 'content' | 'refusal'; readonly segments: readonly Segment[] }
  | {
      readonly kind: 'call';
      readonly type: 'function' | 'custom';
      readonly name: string;
      readonly segments: readonly Segment[];
    };

/** An answer before the dice are thrown. */
export interface Composition {
  readonly sections: readonly Section[];
  /** Why it ends where nothing cuts it short. */
  readonly finish: FinishReason;
}
