import { nearestNames } from '@farebox/core';
import { connectToServer } from '../endpoint/connect.js';
import { findProxy } from '../endpoint/find-proxy.js';
import type { Endpoint } from '../endpoint/resolve-endpoint.js';
import type { Io } from '../io/io.js';
import { seconds } from '../report/seconds.js';
import { oneLine } from '../terminal/one-line.js';
import { askForModels, type ModelsReply } from './ask-for-models.js';
import { type Finding, ok } from './finding.js';
import { findingOfError } from './finding-of-error.js';

type Answered = Extract<ModelsReply, { kind: 'answered' }>;

/** Whether somebody answers at the address, takes the key, has the model, and has the same time as this machine. */
export async function checkEndpoint(
  endpoint: Endpoint,
  model: string,
  io: Io,
): Promise<readonly Finding[]> {
  if (endpoint.kind === 'simulator') {
    return [ok('endpoint', 'the simulator, in this process; no network is used'), noClock];
  }
  const { origin } = endpoint;
  try {
    const way = findProxy(endpoint.baseUrl, io.environment) === undefined ? '' : ', by the proxy,';
    const send = connectToServer(endpoint, io).fetch ?? globalThis.fetch;
    const reply = await askForModels(endpoint, send, io);
    if (reply.kind === 'unreachable') {
      return [
        {
          subject: 'endpoint',
          verdict: 'problem',
          what: `${origin}${way} cannot be reached: ${reply.what}`,
          fix: reply.fix ?? 'Check the network, the address and the proxy (HTTPS_PROXY, NO_PROXY).',
        },
        noClock,
      ];
    }
    return [
      answerFinding(`${origin}${way}`, reply, endpoint.apiKey !== undefined),
      ...modelFinding(model, reply, origin),
      clockFinding(reply, io),
    ];
  } catch (error) {
    return [findingOfError('endpoint', error), noClock];
  }
}

function answerFinding(
  where: string,
  { status, tookMs, models }: Answered,
  hasKey: boolean,
): Finding {
  const subject = 'endpoint';
  if (status === 401 || status === 403) {
    const fix = hasKey
      ? 'Make a new key at the provider and save it: farebox keys set <address>.'
      : 'Save a key for it: farebox keys set <address>.';
    const refused = hasKey ? 'refuses the key' : 'wants a key';
    return { subject, verdict: 'problem', what: `${where} ${refused} (${status})`, fix };
  }
  const took = `after ${seconds(tookMs)}`;
  if (status === 200 && models !== undefined) return ok(subject, `${where} answers ${took}`);
  if (status === 404 || status === 405 || status === 200) {
    const fix =
      'Check that the address ends where the API begins, as in …/v1; if it does, all is well.';
    const what = `${where} answers ${took}, and has no list of models (${status})`;
    return { subject, verdict: 'warning', what, fix };
  }
  const fix =
    'Try again later; if it stays so, check the address, and ask whoever runs the server.';
  return { subject, verdict: 'warning', what: `${where} answers ${took} with ${status}`, fix };
}

function modelFinding(model: string, { models }: Answered, origin: string): readonly Finding[] {
  if (models === undefined || models.length === 0) return [];
  // Gemini lists its models as models/<name>, and takes both.
  if (models.some((name) => name === model || name === `models/${model}`)) return [];
  const nearest = nearestNames(model, models).map(oneLine);
  const fix = `farebox config set model ${nearest[0] ?? '<name>'}, or -m <name>${nearest.length > 1 ? `; near are ${nearest.join(', ')}` : ''}.`;
  const what = `${oneLine(model)} is not among the ${models.length} that ${origin} lists`;
  return [{ subject: 'model', verdict: 'warning', what, fix }];
}

const noClock = ok('clock', 'not compared, because no server was asked');

/** More than a reply can be under way, and far less than what mixes up days. */
const tolerableMs = 120_000;

function clockFinding({ date, tookMs }: Answered, io: Io): Finding {
  if (date === undefined) return ok('clock', 'not compared: the server does not tell the time');
  const ahead = io.clock.now() - date;
  // The header has whole seconds, and was written at some time while the answer was waited for.
  const off = Math.max(0, Math.abs(ahead) - tookMs - 1_000);
  if (off <= tolerableMs) return ok('clock', 'agrees with the server');
  const what = `this machine's is ${seconds(Math.abs(ahead))} ${ahead > 0 ? 'ahead of' : 'behind'} the server's`;
  const fix = 'Set it (timedatectl set-ntp true): days of budgets and reports, and TLS, go by it.';
  return { subject: 'clock', verdict: 'warning', what, fix };
}
