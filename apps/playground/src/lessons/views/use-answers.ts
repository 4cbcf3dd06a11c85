import type { AskOptions } from '@farebox/chat';
import { useEffect, useReducer, useRef } from 'react';
import { runProvider } from '../../cell/run-provider.js';
import { nextAnswers, type SideAnswer } from './answers.js';

export interface SideQuestion {
  readonly prompt: string;
  readonly system?: string;
  readonly temperature?: number;
}

/** Asks several questions at once, each in a call of its own, and tells how the answers come along. */
export function useAnswers() {
  const [answers, dispatch] = useReducer(nextAnswers, []);
  const controller = useRef<AbortController>(undefined);
  const runs = useRef(0);
  useEffect(() => () => controller.current?.abort(), []);

  const ask = async (questions: readonly SideQuestion[]) => {
    controller.current?.abort();
    const own = new AbortController();
    controller.current = own;
    const { signal } = own;
    dispatch({ type: 'asked', count: questions.length });
    runs.current += 1;
    const fetch = runProvider(runs.current);
    const { ChatClient } = await import('@farebox/chat');
    await Promise.all(
      questions.map(async ({ prompt, system, temperature }, index) => {
        const client = new ChatClient({ model: 'gpt-4o-mini', system, temperature, fetch });
        try {
          const stream = client.stream(prompt, { signal } satisfies AskOptions);
          for await (const text of stream) dispatch({ type: 'text', index, text });
          const { usage } = await stream.answer;
          dispatch({ type: 'done', index, outputTokens: usage.outputTokens });
        } catch (error) {
          if (signal.aborted) return;
          dispatch({ type: 'failed', index, message: messageOf(error) });
        }
      }),
    );
  };
  const askOrTell = (questions: readonly SideQuestion[]) =>
    void ask(questions).catch((error: unknown) =>
      questions.forEach((_, index) => {
        dispatch({ type: 'failed', index, message: messageOf(error) });
      }),
    );
  return { answers, ask: askOrTell, isAsking: answers.some(isUnderWay) };
}

function isUnderWay({ phase }: SideAnswer): boolean {
  return phase === 'waiting' || phase === 'streaming';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
