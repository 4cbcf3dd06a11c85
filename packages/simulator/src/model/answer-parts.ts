/** An answer taken apart; its texts are templates with the slots of the answer. */
export interface AnswerParts {
  readonly name: string;
  readonly summary: string;
  readonly explanation: string;
  /** Sentences that stand without the code. */
  readonly points: readonly [string, ...string[]];
  /** Without a fence around it. */
  readonly code: string | undefined;
  /** What to mind, which may speak of the code. */
  readonly notes: string;
}

/** The parts of an answer that has only one. */
export function wholeParts(name: string, text: string): AnswerParts {
  return { name, summary: text, explanation: text, points: [text], code: undefined, notes: text };
}

const parts: readonly (readonly [RegExp, (parts: AnswerParts) => string | undefined])[] = [
  [
    /^(summary|tl_?dr|short|brief|abstract|overview|definition|gist|conclusion|headline|cause)/,
    ({ summary }) => summary,
  ],
  [/^(example_?)?(code|snippet|fix|fixed|solution|sample|example|corrected)/, ({ code }) => code],
  [
    /^(notes?|tips?|advice|lessons?|caveats?|warnings?|remarks?|hints?|pitfalls?)/,
    ({ notes }) => notes,
  ],
  [/^(title|topic|subject|name|concept|heading|bug|mistake)/, ({ name }) => name],
  [
    /^(answer|explanation|explain|text|description|details?|content|body|response|reply|message|result|output|reason|analysis)/,
    ({ explanation }) => explanation,
  ],
];

/**
 * The part of an answer that a key of this name asks for; `undefined` where it has none for it.
 *
 * @example
 * partFor(parts, 'short_summary') // => parts.summary
 */
export function partFor(answer: AnswerParts, key: string): string | undefined {
  const words = key.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
  const [, take] =
    parts.find(([pattern]) => pattern.test(words)) ??
    parts.find(([pattern]) => pattern.test(words.split(/[_-]/).at(-1) ?? '')) ??
    [];
  return take?.(answer);
}

/** The sentences for a list of this name: steps, points. One of code has the code. */
export function partsFor(answer: AnswerParts, key: string): readonly string[] | undefined {
  if (/^(step|point|bullet|fact|item|key_?point|explanation|detail|sentence|idea)s?/i.test(key)) {
    return answer.points;
  }
  const one = partFor(answer, key);
  return one === undefined ? undefined : [one];
}
