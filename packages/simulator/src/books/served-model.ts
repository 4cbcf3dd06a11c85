import { invalidRequest } from '../refusal/refusal.js';
import { type ListedModel, listedModels } from './rates.js';

/** The model that answers: its entry in the price list, and the dated name it signs with. */
export interface ServedModel {
  readonly listed: ListedModel;
  readonly snapshot: string;
}

const dated = /-\d{4}-\d{2}-\d{2}$/;

/**
 * Finds the model for a name; an undated one is answered by the snapshot of that name which the price
 * list names first: the one OpenAI points it to, which need not be the newest. Without any, `gpt-5.6` is
 * the model that it is short for, and every other name is its own.
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
  return { listed, snapshot: currentSnapshot(name, listed) };
}

/** Every name a request may use. */
export function modelNames(): string[] {
  return listedModels.flatMap(({ id, aliases }) => [id, ...aliases]);
}

function currentSnapshot(name: string, { id, aliases }: ListedModel): string {
  if (dated.test(name)) return name;
  const own = aliases.find((alias) => dated.test(alias) && alias.replace(dated, '') === name);
  return own ?? (id.startsWith(`${name}-`) ? id : name);
}
