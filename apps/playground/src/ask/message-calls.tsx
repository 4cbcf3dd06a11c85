import type { Dispatch } from 'react';
import type { SetupAction } from '../workbench/setup/next-setup.js';
import type { SetupMessage } from '../workbench/setup/setup.js';
import { useFocusAfterRemoval } from './use-focus-after-removal.js';

interface MessageCallsProps {
  readonly message: SetupMessage;
  readonly number: number;
  readonly onAction: Dispatch<SetupAction>;
}

/** The calls of functions in an assistant's message. */
export function MessageCalls({ message, number, onAction }: MessageCallsProps) {
  const { key, toolCalls } = message;
  const add = useFocusAfterRemoval(toolCalls.length);
  return (
    <div className="message-calls">
      {toolCalls.map((call, index) => (
        <div className="message-call" key={call.id}>
          <span aria-hidden="true">calls</span>
          <input
            aria-label={`Function of call ${index + 1} in message ${number}`}
            placeholder="name"
            spellCheck={false}
            value={call.name}
            onChange={({ target }) =>
              onAction({ type: 'change-call', key, index, part: { name: target.value } })
            }
          />
          <input
            aria-label={`Arguments of call ${index + 1} in message ${number}, JSON`}
            spellCheck={false}
            value={call.arguments}
            onChange={({ target }) =>
              onAction({ type: 'change-call', key, index, part: { arguments: target.value } })
            }
          />
          <button
            type="button"
            className="quiet icon"
            aria-label={`Remove call ${index + 1} of message ${number}`}
            onClick={() => onAction({ type: 'remove-call', key, index })}
          >
            ✕
          </button>
        </div>
      ))}
      <button
        type="button"
        ref={add}
        className="add small"
        onClick={() => onAction({ type: 'add-call', key })}
      >
        Add a call of a function
      </button>
    </div>
  );
}
