import { useId, useState } from 'react';
import type { ViewProps } from '../view-props.js';
import { SideAnswerText } from './side-answer-text.js';
import './two-systems-view.css';
import { useAnswers } from './use-answers.js';

/** One question under two system messages, side by side. The fence has the question and the messages, `--` between them. */
export function TwoSystemsView({ text }: ViewProps) {
  const [first = '', ...given] = text.split('\n--\n');
  const [prompt, setPrompt] = useState(first);
  const [systems, setSystems] = useState<readonly string[]>(given);
  const { answers, ask, isAsking } = useAnswers();
  const id = useId();
  return (
    <section className="panel two-systems" aria-label="One question, two system messages">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask(systems.map((system) => ({ prompt, system, temperature: 0 })));
        }}
      >
        <div className="two-systems-question">
          <label htmlFor={`${id}-question`}>Question for both</label>
          <input
            id={`${id}-question`}
            value={prompt}
            onChange={({ target }) => setPrompt(target.value)}
          />
          <button type="submit" className="primary" disabled={isAsking || prompt.trim() === ''}>
            Ask both
          </button>
        </div>
        <div className="two-systems-sides">
          {systems.map((system, side) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a side stays where it is
            <div key={side}>
              <label htmlFor={`${id}-${side}`}>System message {side + 1}</label>
              <textarea
                id={`${id}-${side}`}
                rows={3}
                value={system}
                onChange={({ target }) => setSystems(systems.with(side, target.value))}
              />
              <SideAnswerText answer={answers[side]} />
              {answers[side]?.outputTokens !== undefined && (
                <p className="hint">{answers[side].outputTokens} tokens</p>
              )}
            </div>
          ))}
        </div>
      </form>
    </section>
  );
}
