import { isChatError, type Picodollars } from '@farebox/core';
import { useReducer, useRef, useState } from 'react';
import { runProvider } from '../../cell/run-provider.js';
import { BudgetBar } from '../../fare-box/budget-bar.js';
import { shownUsd } from '../../fare-box/shown-usd.js';
import { useFareBox } from '../../fare-box/use-fare-box.js';
import type { ViewProps } from '../view-props.js';
import './budget-view.css';
import { nextQuestions } from './next-questions.js';

/** Enough for a few answers of this length, and then no more. */
const limitUsd = '0.0002';
const max_completion_tokens = 100;

/** One question, asked again and again under a small budget, until it is refused. The fence has the question. */
export function BudgetView({ text }: ViewProps) {
  const { fareBox, fares, empty } = useFareBox(limitUsd);
  const [questions, dispatch] = useReducer(nextQuestions, []);
  const [needed, setNeeded] = useState<Picodollars>();
  const runs = useRef(0);
  const newest = questions.at(-1);

  const ask = async () => {
    dispatch({ type: 'asked' });
    runs.current += 1;
    try {
      const { ChatClient } = await import('@farebox/chat');
      const client = new ChatClient({
        model: 'gpt-4o-mini',
        max_completion_tokens,
        budget: fareBox.scope,
        ledger: {
          ...fareBox.ledger,
          reserve(reservation) {
            setNeeded(reservation.amount);
            return fareBox.ledger.reserve(reservation);
          },
        },
        fetch: runProvider(runs.current),
      });
      const { cost } = await client.ask(text);
      dispatch({ type: 'ended', phase: 'answered', words: shownUsd(cost ?? 0n) });
    } catch (error) {
      const phase = isChatError(error) && error.kind === 'budget' ? 'refused' : 'failed';
      const words = error instanceof Error ? error.message : String(error);
      dispatch({ type: 'ended', phase, words });
    }
  };
  const begin = () => {
    dispatch({ type: 'cleared' });
    empty();
  };

  return (
    <section className="panel budget-view" aria-label="A budget that fills, and refuses">
      <div className="budget-view-ask">
        <p>{text}</p>
        <button
          type="button"
          className="primary"
          disabled={newest?.phase === 'asking'}
          onClick={() => void ask()}
        >
          Ask
        </button>
        <button
          type="button"
          className="quiet"
          disabled={newest?.phase === 'asking'}
          onClick={begin}
        >
          Begin again
        </button>
      </div>
      <div className="budget-view-box">
        <BudgetBar fares={fares} refused={newest?.phase === 'refused' ? { needed } : undefined} />
      </div>
      <ol aria-live="polite">
        {questions.map(({ phase, words }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: questions are only ever added at the end
          <li key={index} data-phase={phase}>
            <b>{phase === 'asking' ? 'asking' : phase}</b> {words}
          </li>
        ))}
      </ol>
    </section>
  );
}
