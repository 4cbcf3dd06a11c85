const pieces = /\[\[[\s\S]+?\]\]|`[^`\n]*`|[\s\S]/g;
const ending = /[.!?]["”’')`*]*$/;

/**
 * Splits a template into its sentences, each a template of its own.
 *
 * Only what is outside code and outside choices ends a sentence, or a choice all of whose
 * alternatives end one.
 *
 * @example
 * sentencesOf('It [[ends|stops]]. So `a. b` does [[not.|too.]] Why?')
 * // => ['It [[ends|stops]].', 'So `a. b` does [[not.|too.]]', 'Why?']
 */
export function sentencesOf(template: string): string[] {
  const sentences: string[] = [];
  let sentence = '';
  let ended = false;
  for (const [piece] of template.matchAll(pieces)) {
    if (/^\s$/.test(piece) && ended) {
      sentences.push(sentence.trim());
      sentence = '';
      ended = false;
      continue;
    }
    sentence += piece;
    if (piece.startsWith('[[')) ended = alternativesOf(piece).every((text) => ending.test(text));
    else if (/^[.!?]$/.test(piece)) ended = true;
    else if (!/^["”’')*]$/.test(piece)) ended = false;
  }
  if (sentence.trim() !== '') sentences.push(sentence.trim());
  return sentences;
}

/** How many words a template has at most, whatever is chosen. */
export function maximumWords(template: string): number {
  const longest = template.replace(/\[\[[\s\S]+?\]\]/g, (choice) =>
    alternativesOf(choice).reduce((most, text) => (wordsIn(text) > wordsIn(most) ? text : most)),
  );
  return wordsIn(longest);
}

function alternativesOf(choice: string): string[] {
  return choice.slice(2, -2).split('|');
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
