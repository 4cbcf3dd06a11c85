/**
 * Whether a model is the one of this name or a variant of it: `gpt-4o` is the start of
 * `gpt-4o-2024-08-06` and of `openai/gpt-4o`, and not of `gpt-4omni`.
 *
 * A gateway's prefix up to the last slash, and the `ft:` of a fine-tuned model, do not count.
 */
export function startsModel(name: string, model: string): boolean {
  const bare = model.slice(model.lastIndexOf('/') + 1).replace(/^ft:/, '');
  return bare === name || bare.startsWith(`${name}-`);
}
