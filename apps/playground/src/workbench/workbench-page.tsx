import { openaiPrices } from '@farebox/core/prices/openai';
import { useState } from 'react';
import { AnswerPanel } from '../answer/answer-panel.js';
import { AskForm } from '../ask/ask-form.js';
import { firstQuestion } from '../ask/choose-preset.js';
import { isUnderWay } from '../call/call-state.js';
import { estimate } from '../call/estimate.js';
import { useCall } from '../call/use-call.js';
import { messagesOf, worstCase } from '../call/worst-case.js';
import { displayText } from '../fare-box/display-text.js';
import { FareBoxPanel } from '../fare-box/fare-box-panel.js';
import { useFareBox } from '../fare-box/use-fare-box.js';
import { pageSimulator } from '../simulator/page-simulator.js';
import './workbench-page.css';

/** A question, its answer, and what it cost. */
export function WorkbenchPage() {
  const [question, setQuestion] = useState(firstQuestion);
  const money = useFareBox('0.0005');
  const { call, asked, ask, stop, clear } = useCall(money.fareBox, pageSimulator);

  const guess =
    asked && isUnderWay(call)
      ? estimate(openaiPrices, asked.model, messagesOf(asked), call.text, Date.now())
      : undefined;
  const display = displayText(call, guess);
  const empty = () => {
    clear();
    money.empty();
  };

  return (
    <>
      <section className="page-head">
        <h1>Workbench</h1>
        <p>
          Every call pays before it rides: the most it can cost is set aside before it leaves, and a
          call that does not fit the budget stays here.
        </p>
      </section>
      <div className="bench">
        <AskForm
          question={question}
          onQuestion={setQuestion}
          underWay={isUnderWay(call)}
          reserves={worstCase(openaiPrices, question, Date.now())}
          onAsk={() => ask(question)}
          onStop={stop}
        />
        <AnswerPanel call={call} display={display} model={asked?.model} />
        <FareBoxPanel
          call={call}
          display={display}
          money={{ ...money, empty }}
          wanted={asked && worstCase(openaiPrices, asked, Date.now())}
        />
      </div>
    </>
  );
}
