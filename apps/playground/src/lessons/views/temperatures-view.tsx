import { useId, useState } from 'react';
import type { ViewProps } from '../view-props.js';
import { SideAnswerText } from './side-answer-text.js';
import './temperatures-view.css';
import { useAnswers } from './use-answers.js';

const settings = [
  { temperature: 0, suits: 'Code, extraction, facts' },
  { temperature: 0.5, suits: 'Explaining, summarising' },
  { temperature: 1, suits: 'Ideas, names, stories' },
  { temperature: 1.5, suits: 'Seldom anything' },
];
const times = [0, 1, 2];

/** One question, three times at each of four temperatures. The fence has the question. */
export function TemperaturesView({ text }: ViewProps) {
  const [prompt, setPrompt] = useState(text);
  const { answers, ask, isAsking } = useAnswers();
  const id = useId();
  return (
    <section className="panel temperatures" aria-label="Three answers at four temperatures">
      <form
        className="temperatures-question"
        onSubmit={(event) => {
          event.preventDefault();
          ask(settings.flatMap(({ temperature }) => times.map(() => ({ prompt, temperature }))));
        }}
      >
        <label htmlFor={id}>Question</label>
        <input id={id} value={prompt} onChange={({ target }) => setPrompt(target.value)} />
        <button type="submit" className="primary" disabled={isAsking || prompt.trim() === ''}>
          Ask 12 times
        </button>
      </form>
      <ol>
        {settings.map(({ temperature, suits }, row) => {
          const three = times.map((time) => answers[row * times.length + time]);
          return (
            <li key={temperature}>
              <div className="temperatures-setting">
                <b>{temperature}</b>
                <span>{suits}</span>
                <span className="temperatures-count">{countOf(three)}</span>
              </div>
              <div className="temperatures-answers">
                {three.map((answer, time) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: an answer stays where it is
                  <SideAnswerText key={time} answer={answer} />
                ))}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** How many of the three are different, once all are there. */
function countOf(answers: readonly ({ phase: string; text: string } | undefined)[]): string {
  if (!answers.every((answer) => answer?.phase === 'done')) return '';
  const different = new Set(answers.map((answer) => answer?.text)).size;
  return different === 1 ? 'three times the same' : `${different} of 3 different`;
}
