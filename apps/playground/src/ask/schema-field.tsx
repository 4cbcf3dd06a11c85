import { schemaProblem } from '../workbench/setup-problem.js';

interface SchemaFieldProps {
  readonly schema: string;
  readonly onSchema: (schema: string) => void;
}

const example = JSON.stringify(
  {
    type: 'object',
    properties: { summary: { type: 'string' }, difficulty: { enum: ['easy', 'medium', 'hard'] } },
    required: ['summary', 'difficulty'],
    additionalProperties: false,
  },
  null,
  2,
);

/** What an answer has to be, where it is to be no text. */
export function SchemaField({ schema, onSchema }: SchemaFieldProps) {
  const problem = schema.trim() === '' ? undefined : schemaProblem(schema);
  return (
    <div className="field">
      <label htmlFor="schema">Answer’s JSON Schema</label>
      <textarea
        id="schema"
        className="code-text"
        rows={8}
        spellCheck={false}
        value={schema}
        placeholder="None: the answer is text."
        aria-invalid={problem !== undefined}
        aria-describedby="schema-problem schema-hint"
        onChange={({ target }) => onSchema(target.value)}
      />
      <small id="schema-problem" className="field-problem" aria-live="polite">
        {problem}
      </small>
      <small id="schema-hint" className="hint">
        The answer is checked when it is whole; one that does not fit is asked for once more.
        Patterns and formats are told to the model, and not checked here.
      </small>
      <div className="field-actions">
        {schema.trim() === '' ? (
          <button type="button" className="add small" onClick={() => onSchema(example)}>
            Begin with an example
          </button>
        ) : (
          <button type="button" className="add small" onClick={() => onSchema('')}>
            Answer in words again
          </button>
        )}
      </div>
    </div>
  );
}
