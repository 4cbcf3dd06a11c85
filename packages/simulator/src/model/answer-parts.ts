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

const summary = /^(?:short_?|brief_?)?(?:summary|tl_?dr|abstract|overview|definition|gist|cause)$/;
const code = /^(?:example_?|fixed_?|sample_?|corrected_?)?(?:code|snippet|fix|example)s?$/;
const notes = /^(?:notes?|tips?|advice|lessons?|caveats?|warnings?|hints?|pitfalls?)$/;
const explanation = /^(?:explanation|details)$/;
const points = /^(?:key_?)?(?:steps|points|bullets|facts|sentences|explanations)$/;

/**
 * The texts of an answer that a key of JSON asks for by its name; none where the name says nothing.
 *
 * Several only for lists: "steps" are the sentences of the explanation.
 *
 * @example
 * partsFor(wholeParts('loops', 'A loop repeats.'), 'summary') // => ['A loop repeats.']
 */
export function partsFor(parts: AnswerParts, key: string): readonly string[] {
  const name = key
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/-/g, '_')
    .toLowerCase();
  if (points.test(name)) return parts.points;
  if (summary.test(name)) return [parts.summary];
  if (explanation.test(name)) return [parts.explanation];
  if (notes.test(name)) return [parts.notes];
  return code.test(name) && parts.code !== undefined ? [parts.code] : [];
}
