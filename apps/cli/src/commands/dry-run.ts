import { formatUsd } from '@farebox/core';
import { goingOn, ownSystem } from '../conversations/keeper.js';
import { connect } from '../endpoint/connect.js';
import { findEndpoint } from '../endpoint/find-endpoint.js';
import type { Io } from '../io/io.js';
import { print } from '../io/print.js';
import type { AskOptions } from '../options/ask-options.js';
import { clientOptions } from '../options/client-options.js';
import { readPrompt } from '../prompt/read-prompt.js';
import { printable } from '../report/json-text.js';
import { schemaOf } from '../schema/read-schema.js';
import { type Room, roomJson, roomsOf } from '../state/rooms.js';
import { wouldSend } from './would-send.js';

/**
 * Prints the request that `ask` would send, the most that it can cost, and whether the budgets have room for it.
 * Nothing is sent, nothing is reserved in any ledger, and a conversation that it goes on with stays as it is.
 *
 * @returns 0, also where a budget would refuse
 * @throws {ChatError} `configuration` for options that contradict each other, and without a prompt.
 */
export async function dryRun(words: readonly string[], given: AskOptions, io: Io): Promise<0> {
  const { options, chosen } = goingOn(given, io);
  const endpoint = findEndpoint(options.baseUrl, io, options.provider);
  const settings = { ...clientOptions(options, io), ...connect(endpoint, io) };
  const prompt = await readPrompt(words, options, io);
  const schema = await schemaOf(options, io);
  const rooms = await roomsOf(options, endpoint, io);
  // The real layers decide, on a ledger in memory whose limits are what is left: so what is printed is what happens.
  const limits = rooms.flatMap(({ scope }) => scope ?? []);
  const conversation = chosen && {
    system: ownSystem(options, settings.system),
    from: chosen.saved,
  };
  const question = { prompt, schema, settings, conversation };
  const admitted = await wouldSend(question, limits, io);
  const request = admitted ?? (await wouldSend(question, [], io));
  const isSimulated = endpoint.kind === 'simulator';
  const { reserved, cost } = request?.receipt ?? {};
  const ceiling = cost?.known === 'unknown' ? undefined : reserved;
  const report = {
    url: isSimulated ? null : (request?.url ?? null),
    simulated: isSimulated,
    headers: request?.headers ?? {},
    sendsKey: request?.sendsKey ?? false,
    body: request?.body ?? null,
    leftOutTurns: request?.leftOutTurns ?? 0,
    ceilingUsd: ceiling === undefined ? null : formatUsd(ceiling),
    ceiling: ceiling?.toString() ?? null,
    admitted: admitted !== undefined,
    budgets: rooms.map((room: Room) => roomJson(room)),
  };
  await print(io.stdout, printable(report, io.stdout));
  return 0;
}
