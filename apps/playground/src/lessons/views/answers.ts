/** Several answers that arrive side by side. */
export interface SideAnswer {
  readonly phase: 'waiting' | 'streaming' | 'done' | 'failed';
  readonly text: string;
  /** Once it is done. */
  readonly outputTokens?: number;
}

export type AnswersEvent =
  | { readonly type: 'asked'; readonly count: number }
  | { readonly type: 'text'; readonly index: number; readonly text: string }
  | { readonly type: 'done'; readonly index: number; readonly outputTokens: number }
  | { readonly type: 'failed'; readonly index: number; readonly message: string };

const waiting: SideAnswer = { phase: 'waiting', text: '' };

/** The next state of the answers. */
export function nextAnswers(
  answers: readonly SideAnswer[],
  event: AnswersEvent,
): readonly SideAnswer[] {
  if (event.type === 'asked') return Array.from({ length: event.count }, () => waiting);
  return answers.map((answer, index) => (index === event.index ? next(answer, event) : answer));
}

function next(answer: SideAnswer, event: Exclude<AnswersEvent, { type: 'asked' }>): SideAnswer {
  switch (event.type) {
    case 'text':
      return { phase: 'streaming', text: answer.text + event.text };
    case 'done':
      return { ...answer, phase: 'done', outputTokens: event.outputTokens };
    case 'failed':
      return { phase: 'failed', text: event.message };
  }
}
