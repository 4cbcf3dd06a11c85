import { base64Bytes } from '../media/base64-bytes.js';
import { longestMp3Ms } from '../media/longest-mp3-ms.js';
import { longestWavMs } from '../media/longest-wav-ms.js';
import { startsModel } from './model-name.js';

/** What an `input_audio` part has. */
export interface AudioReference {
  readonly data: string;
  readonly format: string;
}

/**
 * Models that hear, and take a token for each 100 ms.
 *
 * Source: developers.openai.com/api/docs/guides/realtime-costs, for what a user says.
 */
const models = ['gpt-audio', 'gpt-4o-audio-preview', 'gpt-4o-mini-audio-preview'];
const tokenMs = 100;

/**
 * The tokens a recording can cost at most, by its length; nothing for a model without a known rule,
 * and for a recording that does not tell how long it is.
 */
export function mostAudioTokens(model: string, audio: AudioReference): number | undefined {
  const bytes = base64Bytes(audio.data);
  if (bytes === undefined || !models.some((name) => startsModel(name, model))) return undefined;
  const ms =
    audio.format === 'wav'
      ? longestWavMs(bytes)
      : audio.format === 'mp3'
        ? longestMp3Ms(bytes)
        : undefined;
  return ms === undefined ? undefined : Math.ceil(ms / tokenMs);
}
