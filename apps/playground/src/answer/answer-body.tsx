import { type CallState, isUnderWay } from '../call/call-state.js';
import { AnswerText } from './answer-text.js';
import { ErrorNote } from './error-note.js';
import { SaidCalls } from './said-calls.js';
import { ToolResults } from './tool-results.js';

interface AnswerBodyProps {
  readonly call: CallState;
  /** Whether the answer is JSON of a schema. */
  readonly isTyped: boolean;
  /** Why results of functions cannot be sent now. */
  readonly problem: string | undefined;
  readonly onAnswer: (results: ReadonlyMap<string, string>) => void;
}

export function AnswerBody({ call, isTyped, problem, onAnswer }: AnswerBodyProps) {
  const { phase, text, said, toolCalls, reAsks, error } = call;
  return (
    <>
      {phase === 'idle' && (
        <p className="answer-empty">The answer appears here, word by word, and what it costs.</p>
      )}
      <SaidCalls messages={said} />
      {reAsks > 0 && isUnderWay(call) && (
        <p className="answer-note">It did not fit the schema, and is asked for once more.</p>
      )}
      {phase === 'waiting' && <p className="answer-empty waiting">Waiting</p>}
      {isTyped ? <TypedText call={call} /> : <AnswerText text={text} />}
      {toolCalls.length > 0 && !isUnderWay(call) && (
        <ToolResults calls={toolCalls} problem={problem} onAnswer={onAnswer} />
      )}
      {error !== undefined && <ErrorNote call={call} error={error} />}
    </>
  );
}

function TypedText({ call }: { readonly call: CallState }) {
  const { phase, text } = call;
  if (text === '') return null;
  return (
    <>
      <pre className="typed-text">{text}</pre>
      <p className="answer-note">
        {phase === 'completed' && 'Checked: it fits the schema.'}
        {isUnderWay(call) && 'As far as it has come; checked at its end.'}
      </p>
    </>
  );
}
