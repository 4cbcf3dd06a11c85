import type { AnswerRule } from '@farebox/simulator';

/** The answer to the question of every run: characters of one to four bytes, and a line end. */
export const wholeAnswer =
  'An answer is complete once its finish has been seen:\nnot when the bytes stop. 日本語 and 👩‍👩‍👧 arrive whole, too.';

/** What the simulator says: a call of the tool, where the case has one. */
export const answerRule: AnswerRule = ({ tools = [] }) =>
  tools.length > 0
    ? { toolCalls: [{ name: 'get_weather', arguments: { city: 'Zürich' } }] }
    : wholeAnswer;
