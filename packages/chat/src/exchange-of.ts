import { systemClock } from '@farebox/client';
import { answeringModels } from './answering-models.js';
import type { AskOptions } from './ask-options.js';
import type { ChatClientOptions } from './client-options.js';
import { clientProfile } from './client-profile.js';
import { type Exchange, oneCall } from './exchange.js';
import { withOnLength } from './on-length/on-length-of.js';
import { withSchema } from './schema/with-schema.js';
import { executableTools } from './tools/tool-list.js';
import { toolLoop } from './tools/tool-loop-options.js';
import { withTools } from './tools/with-tools.js';

/**
 * The exchange that the options ask for, outermost first: typed answers, tools, answers that go on after their ceiling.
 *
 * Undefined where one call is all of it: then nothing stands between its stream and the reader.
 *
 * @throws {ChatError} `configuration` for options that cannot work.
 */
export function exchangeOf(client: ChatClientOptions, call: AskOptions): Exchange | undefined {
  const { clock = systemClock } = client;
  const profile = clientProfile(client);
  const { onLength = client.onLength, continuations = client.continuations } = call;
  let exchange = withOnLength(oneCall, { onLength, continuations }, profile);
  const loop = toolLoop(call.toolLoop ?? client.toolLoop);
  const tools = executableTools(call.tools ?? client.tools ?? []);
  if (tools.size > 0) exchange = withTools(exchange, tools, { loop, clock });
  const { model = client.model, reasks = client.reasks } = call;
  const models = () => answeringModels(client, model);
  exchange = withSchema(exchange, { schema: call.schema, reasks, models });
  return exchange === oneCall ? undefined : exchange;
}
