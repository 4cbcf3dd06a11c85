import { invalidRequest } from '../refusal/refusal.js';
import { type ListedModel, listedModels } from './rates.js';

/** The model that answers: its entry in the price list, and the dated name it signs with. */
export interface ServedModel {
  readonly listed: ListedModel;
  readonly snapshot: string;
}

const dated = /-\d{4}-\d{2}-\d{2}$/;

/**
 * Finds the model for a name; an undated one is answered by the snapshot that the price list
 * names first: the one OpenAI points it to, which need not be the newest.
 *
 * @throws {Refusal} 404 `model_not_found`, in OpenAI's words.
 * @example
 * servedModel('gpt-4o-mini').snapshot // => 'gpt-4o-mini-2024-07-18'
 */
export function servedModel(name: string): ServedModel {
  const listed = listedModels.find(({ id, aliases }) => id === name || aliases.includes(name));
  if (listed === undefined) {
    throw invalidRequest(
      `The model \`${name}\` does not exist or you do not have access to it.`,
      null,
      'model_not_found',
      404,
    );
  }
  return { listed, snapshot: dated.test(name) ? name : currentSnapshot(listed) };
}

/** Every name a request may use. */
export function modelNames(): string[] {
  return listedModels.flatMap(({ id, aliases }) => [id, ...aliases]);
}

function currentSnapshot({ id, aliases }: ListedModel): string {
  return aliases.find((alias) => dated.test(alias)) ?? id;
}
