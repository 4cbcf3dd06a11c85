import type { SideAnswer } from './answers.js';
import './side-answer-text.css';

/** One answer, as it arrives; before it is asked for there is room for it. */
export function SideAnswerText({ answer }: { readonly answer: SideAnswer | undefined }) {
  return (
    <p className="side-answer" data-phase={answer?.phase ?? 'idle'}>
      {answer?.text}
    </p>
  );
}
