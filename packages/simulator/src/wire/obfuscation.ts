import type { Dice } from '../random/dice.js';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const step = 16;

/**
 * Random letters that bring a delta to a multiple of 16 characters, so that the size of a packet
 * does not give its text away. Always at least one.
 */
export function obfuscation(content: string, random: Dice): string {
  const length = step - (content.length % step);
  let letters = '';
  for (let index = 0; index < length; index++) {
    letters += alphabet[Math.floor(random() * alphabet.length)];
  }
  return letters;
}
