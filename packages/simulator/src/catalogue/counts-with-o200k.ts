/**
 * Whether OpenAI counts a model's text with o200k, the tokenizer that is here.
 *
 * gpt-3.5 and gpt-4 are counted with cl100k: what they take here is an estimate.
 * Source: the encodings of each model in tiktoken, `model.py`.
 */
export function countsWithO200k(name: string): boolean {
  return !/^gpt-(3\.?5|4(-|$))/.test(name);
}
