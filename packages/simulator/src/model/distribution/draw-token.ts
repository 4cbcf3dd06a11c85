import type { Dice } from '../../random/dice.js';
import { type Candidate, candidatesAt, penalisedLogits } from './candidates.js';
import type { Leaning } from './leaning.js';
import { pick, probabilities, type Sampling } from './sampling.js';
import type { PathState } from './token-path.js';

/** What one choice brings to each of its tokens. */
export interface Hand {
  readonly random: Dice;
  /** How often each token has been drawn, in all sections so far. */
  readonly counts: ReadonlyMap<number, number>;
}

/** Draws the next token of a choice; nothing only where the path has no continuation. */
export type DrawToken = (
  state: PathState,
  constrained: boolean,
  hand: Hand,
) => Candidate | undefined;

/**
 * Draws tokens as a request asks for them: bias, penalties, temperature, `top_p`, in this order.
 *
 * What a place is like is worked out once for all choices; only penalties differ from one to the
 * other, and have it worked out again at each token.
 */
export function tokenDrawer(leaning: Leaning, sampling: Sampling): DrawToken {
  const hasPenalties = leaning.frequencyPenalty !== 0 || leaning.presencePenalty !== 0;
  const places = new Map<PathState, { candidates: readonly Candidate[]; shares: number[] }>();
  return (state, constrained, { random, counts }) => {
    let place = places.get(state);
    if (place === undefined) {
      const candidates = candidatesAt(state, leaning, constrained);
      const logits = candidates.map(({ logit }) => logit);
      place = { candidates, shares: probabilities(logits, sampling) };
      places.set(state, place);
    }
    const { candidates, shares } = place;
    const drawn =
      hasPenalties && candidates.length > 1
        ? probabilities(penalisedLogits(candidates, leaning, counts), sampling)
        : shares;
    return candidates[pick(drawn, random)];
  };
}
