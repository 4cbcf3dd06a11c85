/** One question that was asked under the budget. */
export interface AskedQuestion {
  readonly phase: 'asking' | 'answered' | 'refused' | 'failed';
  /** What it cost, or why it was not asked. */
  readonly words: string;
}

export type QuestionEvent =
  | { readonly type: 'asked' }
  | {
      readonly type: 'ended';
      readonly phase: 'answered' | 'refused' | 'failed';
      readonly words: string;
    }
  | { readonly type: 'cleared' };

/** The next state of the questions: one at a time, the newest last. */
export function nextQuestions(
  questions: readonly AskedQuestion[],
  event: QuestionEvent,
): readonly AskedQuestion[] {
  switch (event.type) {
    case 'asked':
      return [...questions, { phase: 'asking', words: '' }];
    case 'cleared':
      return [];
    case 'ended': {
      const { phase, words } = event;
      return questions.map((question) =>
        question.phase === 'asking' ? { phase, words } : question,
      );
    }
  }
}
