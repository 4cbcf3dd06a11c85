import type { ContextTrimmedEvent } from '@farebox/chat';

/** What is said when not all of a conversation was sent. */
export function trimmedLine(event: ContextTrimmedEvent): string {
  const { leftOutTurns, summarisedTurns, promptTokens, limitTokens } = event;
  const turns = leftOutTurns === 1 ? 'the oldest turn is' : `the oldest ${leftOutTurns} turns are`;
  const how = summarisedTurns > 0 ? 'sent as a summary' : 'not sent any more';
  const room = `about ${promptTokens} tokens of ${limitTokens}`;
  return `farebox: the conversation no longer fits the model's window: ${turns} ${how} (${room})`;
}
