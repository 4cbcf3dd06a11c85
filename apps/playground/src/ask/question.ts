import type { PresetName } from './presets.js';

/** Everything the form asks for. */
export interface Question {
  readonly persona: PresetName;
  readonly system: string;
  readonly prompt: string;
  readonly model: string;
  readonly temperature: number;
  /** The ceiling that the reservation is made of. */
  readonly maxOutputTokens: number;
}
