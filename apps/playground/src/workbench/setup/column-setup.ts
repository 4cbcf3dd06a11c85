import { type Column, newMessage, type Setup, type SetupMessage } from './setup.js';

/** The form as one column runs it: what the column says of its own holds in place of the form's. */
export function columnSetup(setup: Setup, column: Column): Setup {
  const { model = setup.model, temperature = setup.temperature, system } = column;
  const messages = system === undefined ? setup.messages : withSystem(setup.messages, system);
  return { ...setup, model, temperature, messages };
}

/** In place of the first system message, or before all others. */
function withSystem(messages: readonly SetupMessage[], content: string): readonly SetupMessage[] {
  const first = messages.find(({ role }) => role === 'system');
  if (first === undefined) return [newMessage(0, 'system', content), ...messages];
  return messages.map((message) => (message === first ? { ...message, content } : message));
}
