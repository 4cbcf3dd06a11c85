import { type Receipt, totalCost } from '@farebox/cost';
import { endpointNotice, findEndpoint } from '../endpoint/find-endpoint.js';
import type { Endpoint } from '../endpoint/resolve-endpoint.js';
import type { Io } from '../io/io.js';
import { listening } from '../io/listening.js';
import { print } from '../io/print.js';
import { untilAborted } from '../io/until-aborted.js';
import { modelOf } from '../options/model-of.js';
import { playAddress } from '../play/play-address.js';
import { startPlayServer } from '../play/play-server.js';
import { PlayToken } from '../play/play-token.js';
import { type Relay, type RelayOptions, relayTo } from '../play/relay.js';
import { costLine } from '../report/cost-line.js';
import { shownCost } from '../report/shown-cost.js';
import { openBooks } from '../state/books.js';
import { oneLine } from '../terminal/one-line.js';

export interface PlayOptions {
  readonly port?: number;
  readonly open: boolean;
  /** All that were named, or the one that stands in for them. */
  readonly model: string | readonly string[];
  readonly modelIsGiven: boolean;
  readonly provider?: string;
  readonly baseUrl?: string;
  readonly maxCost?: string;
  readonly session?: string;
  readonly tag?: Readonly<Record<string, string>>;
  readonly quiet?: boolean;
}

/**
 * Serves the playground until Ctrl-C, and its calls with the key that `ask` would use.
 *
 * The key is in this process alone. It resolves when every call under way is settled.
 *
 * @returns 0: to be ended so is what it is for.
 * @throws {ChatError} `configuration` for an endpoint, a model or a port that cannot be had; `store` for a budget that
 * cannot be read.
 */
export async function play(options: PlayOptions, io: Io): Promise<0> {
  const { stderr, stdout, interrupted } = io;
  const endpoint = findEndpoint(options.baseUrl, io, options.provider);
  const models = modelsOf(options, io);
  const page = await io.openPage();
  const token = new PlayToken();
  const receipts: Receipt[] = [];
  const onReceipt = (receipt: Receipt) => {
    receipts.push(receipt);
    if (!options.quiet) void stderr.write(`${receiptLine(receipt)}\n`);
  };
  const relay = await relayOf(endpoint, { ...options, models, onReceipt, io });
  const { port = 0 } = options;
  const server = await listening(() => startPlayServer({ page, port, token, relay }), port);
  try {
    const address = playAddress(server.port, relay && { token: token.text, models, endpoint });
    await print(stdout, address);
    if (options.open && stdout.isTerminal) await io.openBrowser(address);
    await stderr.write(`farebox: ${whoAnswers(endpoint, models)} Serving until Ctrl-C.\n`);
    await untilAborted(interrupted);
  } finally {
    await server.close();
  }
  await stderr.write(`\n${summary(receipts)}\n`);
  return 0;
}

/** Refuses now what every call would be refused for. */
async function relayOf(
  endpoint: Endpoint,
  options: Omit<RelayOptions, 'endpoint' | 'tags'> & Pick<PlayOptions, 'tag' | 'quiet'>,
): Promise<Relay | undefined> {
  if (endpoint.kind === 'simulator') return undefined;
  const { session, maxCost, tag, quiet, io } = options;
  const { ledger, notice } = await openBooks({ session, maxCost, log: true }, endpoint, io);
  await ledger.close();
  for (const told of [endpointNotice(endpoint), notice]) {
    if (told !== undefined && !quiet) await io.stderr.write(`${told}\n`);
  }
  return relayTo({ ...options, endpoint, tags: { caller: 'play', ...tag } });
}

/** The models that the page may ask. */
function modelsOf(options: PlayOptions, io: Io): readonly string[] {
  const { model, modelIsGiven, provider } = options;
  if (typeof model === 'object' && modelIsGiven) return [...new Set(model)];
  const one = { model: String(model), modelIsGiven: false, ...(provider && { provider }) };
  return [modelOf(one, undefined, io)];
}

function whoAnswers(endpoint: Endpoint, models: readonly string[]): string {
  if (endpoint.kind === 'simulator') {
    return 'no OPENAI_API_KEY and no base URL: the simulator in the page answers.';
  }
  return `the page may ask ${endpoint.origin} for ${models.map(oneLine).join(', ')}.`;
}

/** One call, as it is over. */
function receiptLine(receipt: Receipt): string {
  const { model, outcome } = receipt;
  const facts = { firstTextMs: undefined, streamed: true, simulated: false };
  return `${oneLine(model)} ${outcome} · ${costLine({ receipts: [receipt], ...facts })}`;
}

function summary(receipts: readonly Receipt[]): string {
  const count = `${receipts.length} call${receipts.length === 1 ? '' : 's'}`;
  return `farebox: ${count}${receipts.length === 0 ? '' : `, cost ${shownCost(totalCost(receipts))}`}.`;
}
