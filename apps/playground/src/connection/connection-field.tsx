import { useId } from 'react';
import type { Connection } from './connection.js';
import {
  choiceOf,
  connectionChoices,
  connectionOf,
  connectionProblem,
  needsKey,
} from './connection-choices.js';
import './connection-field.css';
import { connectionWords } from './connection-words.js';
import { HeldKey } from './held-key.js';
import { KeyField } from './key-field.js';
import type { PageConnections } from './page-connections.js';

interface ConnectionFieldProps {
  readonly connection: Connection;
  readonly onConnection: (connection: Connection) => void;
  readonly page: PageConnections;
}

/** Who answers; where the page may connect to nobody, the way to the one that may. */
export function ConnectionField({ connection, onConnection, page }: ConnectionFieldProps) {
  const id = useId();
  const choices = connectionChoices(page);
  const problem = connectionProblem(connection);
  return (
    <div className="connection-field">
      <label htmlFor={id}>Who answers</label>
      {page.isLive ? (
        <select
          id={id}
          value={choiceOf(connection)}
          aria-describedby={`${id}-words`}
          onChange={({ target }) => onConnection(connectionOf(target.value, page))}
        >
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <output id={id}>{choices[0]?.label}</output>
      )}
      {connection.kind === 'provider' && needsKey(connection.provider) && (
        <KeyField
          key={connection.provider}
          provider={connection.provider}
          problem={connection.key && problem}
          onKey={(text) => {
            onConnection({ ...connection, key: text === '' ? undefined : new HeldKey(text) });
          }}
        />
      )}
      <div className="connection-words" id={`${id}-words`}>
        {connectionWords(connection).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {!page.isLive && (
          <p>
            {/* Another document, with a policy of its own. */}
            <a href="./live.html#/workbench">Use a real key</a>
          </p>
        )}
      </div>
    </div>
  );
}
