import type { Dispatch, KeyboardEvent } from 'react';
import type { SetupAction } from '../workbench/setup/next-setup.js';
import { roles, type SetupMessage } from '../workbench/setup/setup.js';
import './message-card.css';
import { MessageCalls } from './message-calls.js';

interface MessageCardProps {
  readonly message: SetupMessage;
  /** From 1. */
  readonly number: number;
  readonly count: number;
  /** Those whose calls it may answer. */
  readonly before: readonly SetupMessage[];
  readonly onAction: Dispatch<SetupAction>;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

const placeholders: Readonly<Record<SetupMessage['role'], string>> = {
  system: 'None: the model answers as it likes.',
  user: 'What is asked',
  assistant: 'What was answered',
  tool: 'What the function returned',
};

export function MessageCard(props: MessageCardProps) {
  const { message, number, count, before, onAction, onMove, onRemove } = props;
  const { key, role, content } = message;
  const change = (part: Partial<SetupMessage>) => onAction({ type: 'change-message', key, part });
  const moveByKey = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li className="message-card" data-role={role}>
      <div className="message-head">
        <select
          aria-label={`Role of message ${number}`}
          value={role}
          onChange={({ target }) => change({ role: target.value as SetupMessage['role'] })}
        >
          {roles.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
        {role === 'tool' && (
          <AnsweredCall message={message} number={number} before={before} onChange={change} />
        )}
        <span className="message-buttons">
          <button
            type="button"
            className="quiet icon"
            aria-label={`Move message ${number} up`}
            aria-disabled={number === 1}
            title="Up (Alt+↑ in the text)"
            onClick={() => onMove(-1)}
          >
            ↑
          </button>
          <button
            type="button"
            className="quiet icon"
            aria-label={`Move message ${number} down`}
            aria-disabled={number === count}
            title="Down (Alt+↓ in the text)"
            onClick={() => onMove(1)}
          >
            ↓
          </button>
          <button
            type="button"
            className="quiet icon"
            aria-label={`Remove message ${number}`}
            title="Remove"
            onClick={onRemove}
          >
            ✕
          </button>
        </span>
      </div>
      <textarea
        aria-label={`Message ${number}, ${role}`}
        rows={2}
        value={content}
        placeholder={placeholders[role]}
        onKeyDown={moveByKey}
        onChange={({ target }) => change({ content: target.value })}
      />
      {role === 'assistant' && (
        <MessageCalls message={message} number={number} onAction={onAction} />
      )}
    </li>
  );
}

interface AnsweredCallProps {
  readonly message: SetupMessage;
  readonly number: number;
  readonly before: readonly SetupMessage[];
  readonly onChange: (part: Partial<SetupMessage>) => void;
}

function AnsweredCall({ message, number, before, onChange }: AnsweredCallProps) {
  const calls = before.flatMap(({ toolCalls }) => toolCalls);
  const isKnown = calls.some(({ id }) => id === message.toolCallId);
  return (
    <select
      aria-label={`Which call message ${number} answers`}
      value={isKnown ? message.toolCallId : ''}
      onChange={({ target }) => onChange({ toolCallId: target.value })}
    >
      {!isKnown && <option value="">answers which call?</option>}
      {calls.map(({ id, name }) => (
        <option key={id} value={id}>
          {`answers ${name || 'a call'} (${id})`}
        </option>
      ))}
    </select>
  );
}
