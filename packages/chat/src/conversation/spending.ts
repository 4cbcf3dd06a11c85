import { type Picodollars, toUsd } from '@farebox/core';
import { amountOf, type Receipt } from '@farebox/cost';

/** What the calls of a conversation have cost, whatever became of their answers. */
export class Spending {
  #amount: Picodollars;
  #isKnown: boolean;

  /** Undefined for one of which a part is not known. */
  constructor(cost: Picodollars | undefined = 0n, isKnown = true) {
    this.#amount = cost;
    this.#isKnown = isKnown;
  }

  add({ cost }: Receipt): void {
    this.#amount += amountOf(cost);
    if (cost.known === 'unknown') this.#isKnown = false;
  }

  /** The part that is known. */
  get amount(): Picodollars {
    return this.#amount;
  }

  get isKnown(): boolean {
    return this.#isKnown;
  }

  /** Undefined where a part of it is unknown, which is not 0. */
  get cost(): Picodollars | undefined {
    return this.#isKnown ? this.#amount : undefined;
  }

  get costUsd(): number | undefined {
    return this.#isKnown ? toUsd(this.#amount) : undefined;
  }
}
