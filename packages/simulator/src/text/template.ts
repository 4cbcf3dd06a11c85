/** A place in an answer: one text, or several to choose from, the likeliest first. */
export type Segment = readonly [string, ...string[]];

/**
 * Splits an authored answer into its segments.
 *
 * `[[a|b|c]]` is a choice; everything else is fixed. Choices do not nest.
 *
 * @example
 * segmentsOf('A loop [[repeats|runs]].') // => [['A loop '], ['repeats', 'runs'], ['.']]
 */
export function segmentsOf(template: string): Segment[] {
  return template.split(/\[\[(.+?)\]\]/s).flatMap((text, index): Segment[] => {
    if (index % 2 === 0) return text === '' ? [] : [[text]];
    const [first = '', ...others] = text.split('|');
    return [[first, ...others]];
  });
}

/** Values by name for the `{{name=default}}` places of an answer. */
export type Slots = Readonly<Record<string, string>>;

/** Fills the `{{name=default}}` places of a text; a name without a value takes its default. */
export function fillSlots(text: string, slots: Slots): string {
  return text.replace(/\{\{(\w+)=(.*?)\}\}/g, (_, name: string, fallback: string) =>
    Object.hasOwn(slots, name) ? (slots[name] ?? fallback) : fallback,
  );
}
