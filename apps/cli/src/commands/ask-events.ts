import { ChatClient } from '@farebox/chat';
import { redact } from '@farebox/core/errors';
import { goingOn, keeperOf } from '../conversations/keeper.js';
import { connect } from '../endpoint/connect.js';
import { findEndpoint } from '../endpoint/find-endpoint.js';
import { exitOfUnread } from '../io/exit-of-unread.js';
import type { Io } from '../io/io.js';
import type { AskOptions } from '../options/ask-options.js';
import { clientOptions } from '../options/client-options.js';
import { readPrompt } from '../prompt/read-prompt.js';
import { errorJson, eventJson } from '../report/event-json.js';
import { answerJson } from '../report/json-report.js';
import { jsonText } from '../report/json-text.js';
import { explained } from '../report/refusal.js';
import { passedText } from '../report/remaining-text.js';
import { warningsOf } from '../report/warnings.js';
import { schemaOf } from '../schema/read-schema.js';
import { openBooks } from '../state/books.js';
import { afterCall } from '../state/remaining.js';

/** Prints one event, with the milliseconds since the call began. */
type Tell = (event: Readonly<Record<string, unknown>>) => Promise<void>;

/**
 * Asks once and prints what happens, as it happens, as one JSON object a line; an error is the last of them.
 *
 * @returns the exit code, as of `ask`
 * @throws {ChatError} what went wrong, once it is printed as an event.
 */
export async function askEvents(
  words: readonly string[],
  options: AskOptions,
  io: Io,
): Promise<number> {
  const { clock, stdout, interrupted, environment } = io;
  const startedMs = clock.monotonicMs();
  const tell: Tell = ({ type, ...facts }) => {
    const line = jsonText({ type, ms: Math.round(clock.monotonicMs() - startedMs), ...facts });
    return stdout.write(`${line}\n`);
  };
  try {
    return await answered(words, options, io, tell);
  } catch (error) {
    if (stdout.broken.aborted && !interrupted.aborted) return exitOfUnread(stdout.broken);
    const told = errorJson(error);
    await tell({ ...told, message: redact(told.message, [environment.OPENAI_API_KEY ?? '']) });
    throw error;
  }
}

async function answered(
  words: readonly string[],
  given: AskOptions,
  io: Io,
  tell: Tell,
): Promise<number> {
  const { clock, stdout, interrupted } = io;
  const { options, chosen } = goingOn(given, io);
  const settings = clientOptions(options, io);
  const endpoint = findEndpoint(options.baseUrl, io, options.provider);
  const prompt = await readPrompt(words, options, io);
  const schema = await schemaOf(options, io);
  const { ledger, scopes, budgets, notice } = await openBooks(options, endpoint, io);
  try {
    if (notice !== undefined) await io.stderr.write(`${notice}\n`);
    const simulated = endpoint.kind === 'simulator';
    const origin = simulated ? null : endpoint.origin;
    await tell({ type: 'start', model: settings.model, origin, simulated });
    const client = new ChatClient({
      ...settings,
      ...connect(endpoint, io),
      ledger,
      budget: scopes,
      clock,
      observe: (event) => {
        // What ends the call is told below, with all that the command knows of it.
        if (event.type !== 'answer' && event.type !== 'error') void tell(eventJson(event));
      },
    });
    const { asked, keep } = keeperOf(client, { chosen, options, settings, endpoint }, io);
    const signal = AbortSignal.any([interrupted, stdout.broken]);
    const stream = asked.stream(prompt, { signal, ...(schema && { schema }) });
    for await (const text of stream) await tell({ type: 'text', text });
    const answer = await stream.answer;
    const after = await afterCall(budgets, ledger);
    const warnings = warningsOf(answer, options);
    for (const state of after.passed) await tell({ type: 'warning', text: passedText(state) });
    for (const { text } of warnings) await tell({ type: 'warning', text });
    await tell({ type: 'answer', ...answerJson(answer, { simulated, ...after }) });
    keep();
    if (stdout.broken.aborted) return exitOfUnread(stdout.broken);
    return options.strict ? (warnings[0]?.strictExit ?? 0) : 0;
  } catch (error) {
    throw explained(error, { budgets, endpoint, at: clock.now() });
  } finally {
    await ledger.close();
  }
}
