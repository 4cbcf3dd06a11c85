import { systemClock } from '@farebox/client';
import { answeringModels } from './answering-models.js';
import type { AskOptions } from './ask-options.js';
import type { ChatClientOptions } from './client-options.js';
import { type Exchange, oneCall } from './exchange.js';
import { withOnLength } from './on-length/on-length-of.js';
import { KnownForms } from './schema/known-forms.js';
import { withSchema } from './schema/with-schema.js';
import { executableTools } from './tools/tool-list.js';
import { toolLoop } from './tools/tool-loop-options.js';
import { withTools } from './tools/with-tools.js';

/** What of a call's options an exchange is made of; a call with none of them has the client's. */
const ownNames = ['onLength', 'continuations', 'toolLoop', 'tools', 'reasks', 'schema'] as const;

/**
 * The exchanges of a client, by the options of a call; outermost first: typed answers, tools, answers that go on after
 * their ceiling.
 *
 * Undefined where one call is all of it: then nothing stands between its stream and the reader.
 *
 * @throws {ChatError} `configuration` for options that cannot work; for those of the client at once.
 */
export function exchangesOf(client: ChatClientOptions): (call: AskOptions) => Exchange | undefined {
  const { clock = systemClock } = client;
  const known = new KnownForms();
  const exchangeOf = (call: AskOptions) => {
    const { onLength = client.onLength, continuations = client.continuations } = call;
    const { model = client.model, reasks = client.reasks } = call;
    const models = () => answeringModels(client, model);
    const profiles = () => models().map(({ profile }) => profile);
    let exchange = withOnLength(oneCall, { onLength, continuations }, profiles);
    const loop = toolLoop(call.toolLoop ?? client.toolLoop);
    const tools = executableTools(call.tools ?? client.tools ?? []);
    if (tools.size > 0) exchange = withTools(exchange, tools, { loop, clock });
    exchange = withSchema(exchange, { schema: call.schema, reasks, models, known });
    return exchange === oneCall ? undefined : exchange;
  };
  const usual = exchangeOf({});
  return (call) => (ownNames.every((name) => call[name] === undefined) ? usual : exchangeOf(call));
}
