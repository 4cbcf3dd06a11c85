const digits = 'abcdefghijklmnopqrstuvwxyz0123456789';

/**
 * A new id for one call, such as `call_4f0d2k9s7x1m8q3z6w5v`: 20 base-36 characters, about 103 bits.
 *
 * It is as unique as `random` is: a seeded one gives the same ids again, which is what replays need.
 *
 * @param random Numbers in [0, 1), such as `Math.random`.
 */
export function newCallId(random: () => number): string {
  let id = 'call_';
  for (let index = 0; index < 20; index++) id += digits.charAt(Math.floor(random() * 36));
  return id;
}
