let segmenter: Intl.Segmenter | undefined;

/** What a reader takes for the characters of a text. The tables for it are loaded with the first text that needs them. */
export function* graphemes(text: string): Generator<string, void> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment } of segmenter.segment(text)) yield segment;
}
