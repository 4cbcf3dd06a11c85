let segmenter: Intl.Segmenter | undefined;

/** What a person takes for one character each. Its rules are loaded with the first use, which takes some milliseconds. */
export function* graphemes(text: string): Generator<string> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment } of segmenter.segment(text)) yield segment;
}
