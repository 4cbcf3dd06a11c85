import type { ToolCall } from '@farebox/core';
import { useState } from 'react';

interface ToolResultsProps {
  readonly calls: readonly ToolCall[];
  /** Why they cannot be sent now. */
  readonly problem: string | undefined;
  /** With a result for each call, by its id. */
  readonly onAnswer: (results: ReadonlyMap<string, string>) => void;
}

/** The model waits for functions: the reader plays them. Enter in a field goes to the next line; the button sends. */
export function ToolResults({ calls, problem, onAnswer }: ToolResultsProps) {
  const [results, setResults] = useState<ReadonlyMap<string, string>>(new Map());
  const isWhole = calls.every(({ id }) => (results.get(id) ?? '').trim() !== '');
  return (
    <div className="tool-results">
      {calls.map((call) => (
        <div key={call.id}>
          <label htmlFor={`result-${call.id}`}>
            <code>
              {call.type === 'function'
                ? `${call.function.name}(${call.function.arguments})`
                : call.custom.name}
            </code>{' '}
            returns
          </label>
          <textarea
            id={`result-${call.id}`}
            rows={2}
            spellCheck={false}
            placeholder="What the function would have returned: JSON or text"
            value={results.get(call.id) ?? ''}
            onChange={({ target }) => setResults(new Map(results).set(call.id, target.value))}
          />
        </div>
      ))}
      <button
        type="button"
        className="primary"
        disabled={!isWhole || problem !== undefined}
        onClick={() => onAnswer(results)}
      >
        {calls.length === 1 ? 'Send the result' : 'Send the results'}
      </button>
      {problem !== undefined && <p className="answer-note">{problem}</p>}
    </div>
  );
}
