import type { AskOptions } from './ask-options.js';
import type { ChatClientOptions } from './client-options.js';
import type { Exchange } from './exchange.js';

/**
 * The exchange that the options ask for, outermost first: typed answers, tools, answers that go on after their ceiling.
 *
 * Undefined where one call is all of it: then nothing stands between its stream and the reader.
 */
export function exchangeOf(_client: ChatClientOptions, _call: AskOptions): Exchange | undefined {
  return undefined;
}
