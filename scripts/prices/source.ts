import { createRequire } from 'node:module';
import {
  type ConditionalPrice,
  type MatchLogic,
  type ModelInfo,
  type Provider,
  waitForUpdate,
} from '@pydantic/genai-prices';

export type { ConditionalPrice, MatchLogic, ModelInfo, Provider };

/** The data that the price lists are made of, and its name and version. */
export interface Source {
  readonly name: string;
  readonly providers: readonly Provider[];
}

/** The data as it is installed; nothing is fetched. */
export async function installedSource(): Promise<Source> {
  const main = createRequire(import.meta.url).resolve('@pydantic/genai-prices');
  const { version } = createRequire(import.meta.url)(main.replace(/dist.*$/, 'package.json'));
  const providers = await waitForUpdate();
  if (providers === null) throw new TypeError('@pydantic/genai-prices has no data.');
  return { name: `@pydantic/genai-prices ${version}`, providers };
}
