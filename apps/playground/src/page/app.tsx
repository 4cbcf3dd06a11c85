import { openaiPrices } from '@farebox/core/prices/openai';
import { useMemo, useState } from 'react';
import { AnswerPanel } from '../answer/answer-panel.js';
import { AskForm } from '../ask/ask-form.js';
import { firstQuestion } from '../ask/choose-preset.js';
import { isUnderWay } from '../call/call-state.js';
import { estimate } from '../call/estimate.js';
import { useCall } from '../call/use-call.js';
import { messagesOf, worstCase } from '../call/worst-case.js';
import { CellPanel } from '../cell/cell-panel.js';
import { displayText } from '../fare-box/display-text.js';
import { FareBoxPanel } from '../fare-box/fare-box-panel.js';
import { useFareBox } from '../fare-box/use-fare-box.js';
import { FaultsSection } from '../faults/faults-section.js';
import { simulatorLoader } from '../simulator/load-simulator.js';
import { Masthead } from './masthead.js';

/** The whole page: a question, its answer, what it cost, a cell to do the same in code, and how calls fail. */
export function App() {
  const simulator = useMemo(simulatorLoader, []);
  const [question, setQuestion] = useState(firstQuestion);
  const money = useFareBox('0.0005');
  const { call, asked, ask, stop, clear } = useCall(money.fareBox, simulator);

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
      <Masthead />
      <main>
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
        <CellPanel simulator={simulator} />
        <FaultsSection />
      </main>
    </>
  );
}
