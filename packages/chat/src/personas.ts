import { ChatError } from '@farebox/core';

/** A system message and the temperature that suits it; spread it into the options of a client. */
export interface Persona {
  readonly system: string;
  readonly temperature: number;
}

/** The language that code is translated into. */
export interface TranslatorOptions {
  readonly to: string;
}

/**
 * Ready-made characters: the same model, another system message.
 *
 * @example
 * const client = new ChatClient({ model: 'gpt-4o-mini', ...personas.debugger });
 */
export const personas = {
  /** Explains to beginners; a little variety keeps it friendly. */
  tutor: {
    system:
      'You are a patient programming tutor. Explain to a beginner, in plain words, with one short example. Say what each new word means. Keep it brief.',
    temperature: 0.3,
  },
  /** Finds the bug; temperature 0, because the right fix is wanted, not a creative one. */
  debugger: {
    system:
      'You are an expert debugger. Name the root cause of the bug first, in one or two sentences. Then show the corrected code. Then say in one sentence why it works.',
    temperature: 0,
  },
  /**
   * Translates code into another language.
   *
   * @throws {ChatError} `configuration` when no language is named.
   */
  translator({ to }: TranslatorOptions): Persona {
    if (typeof to !== 'string' || to.trim() === '') {
      throw new ChatError({
        kind: 'configuration',
        message: 'The translator has no language to translate into.',
        fix: "Name one: translator({ to: 'Go' }).",
      });
    }
    return {
      system: `You translate code into ${to.trim()}. Answer with idiomatic ${to.trim()} code only, without an explanation.`,
      temperature: 0,
    };
  },
  /** Reviews code the way a kind colleague does. */
  reviewer: {
    system:
      'You are a senior engineer who reviews code. List what matters most first: bugs, then risks, then style. For each point name the place, the problem and the change. Say what is good, too.',
    temperature: 0.2,
  },
} satisfies Record<string, Persona | ((options: TranslatorOptions) => Persona)>;
