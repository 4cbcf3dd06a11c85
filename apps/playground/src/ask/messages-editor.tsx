import { type Dispatch, useRef, useState } from 'react';
import type { SetupAction } from '../workbench/setup/next-setup.js';
import { type Setup, setupLimits } from '../workbench/setup/setup.js';
import { MessageCard } from './message-card.js';
import './messages-editor.css';

interface MessagesEditorProps {
  readonly setup: Setup;
  readonly onAction: Dispatch<SetupAction>;
}

/** The conversation that is sent: add, remove and reorder, by keyboard as well. */
export function MessagesEditor({ setup, onAction }: MessagesEditorProps) {
  const { messages } = setup;
  const list = useRef<HTMLOListElement>(null);
  const [told, setTold] = useState('');

  const move = (key: number, by: -1 | 1) => {
    const place = messages.findIndex((message) => message.key === key) + by;
    if (place < 0 || place >= messages.length) return;
    onAction({ type: 'move-message', key, by });
    setTold(`Now message ${place + 1} of ${messages.length}.`);
  };
  const remove = (key: number) => {
    const place = messages.findIndex((message) => message.key === key);
    onAction({ type: 'remove-message', key });
    setTold(`Message ${place + 1} is gone.`);
    // The button that was pressed is gone too: go on where its neighbour is.
    const neighbour = list.current?.children[place === 0 ? 1 : place - 1];
    neighbour?.querySelector('textarea')?.focus();
  };

  return (
    <fieldset className="messages">
      <legend>Messages</legend>
      <ol ref={list}>
        {messages.map((message, index) => (
          <MessageCard
            key={message.key}
            message={message}
            number={index + 1}
            count={messages.length}
            before={messages.slice(0, index)}
            onAction={onAction}
            onMove={(by) => move(message.key, by)}
            onRemove={() => remove(message.key)}
          />
        ))}
      </ol>
      <button
        type="button"
        className="add"
        disabled={messages.length >= setupLimits.messages}
        onClick={() => onAction({ type: 'add-message' })}
      >
        Add a message
      </button>
      <p className="visually-hidden" role="status">
        {told}
      </p>
    </fieldset>
  );
}
