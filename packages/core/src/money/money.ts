/**
 * An amount of money: whole picodollars (10⁻¹² US dollars) in a `bigint`.
 *
 * The cheapest token on any price list costs thousands of them, so sums, products and limits are
 * exact; a `number` appears only at the edge ({@link toUsd}).
 */
export type Picodollars = bigint;
