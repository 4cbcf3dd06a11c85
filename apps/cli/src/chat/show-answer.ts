import type { AnswerStream, Observer } from '@farebox/chat';
import { ShownAnswer, type ShownAnswerOptions } from '../commands/shown-answer.js';
import { answeredLine } from '../report/verbose-lines.js';
import { warningsOf } from '../report/warnings.js';

/**
 * Shows one answer of a chat as `ask` shows its own: the text on standard output, what it cost on standard error.
 *
 * @param begin begins the answer; nothing is sent before it is read.
 * @throws {ChatError} what went wrong; by then the part that came is shown, and what it cost.
 */
export async function showAnswer(
  options: ShownAnswerOptions,
  begin: (observe: Observer) => AnswerStream,
): Promise<void> {
  const shown = new ShownAnswer(options);
  const stream = begin(shown.observe);
  try {
    await shown.read(stream);
    shown.stop();
    await shown.end({ isWhole: true });
  } catch (error) {
    shown.stop();
    await shown.end({ isWhole: false });
    if (shown.hasCost) await shown.sayCost();
    throw error;
  }
  const answer = await stream.answer;
  for (const { text } of warningsOf(answer, options.options)) {
    await shown.tell(`farebox: warning: ${text}`);
  }
  await shown.tellMore(answeredLine(answer));
  await shown.sayCost();
}
