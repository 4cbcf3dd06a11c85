import { checkDotEnv } from '../doctor/check-dot-env.js';
import { checkEndpoint } from '../doctor/check-endpoint.js';
import { checkKey } from '../doctor/check-key.js';
import { checkNode, checkSettings, checkTerminal } from '../doctor/check-machine.js';
import { checkPrice } from '../doctor/check-price.js';
import { checkState } from '../doctor/check-state.js';
import { checkTrackedFiles } from '../doctor/check-tracked-files.js';
import { type Finding, worstOf } from '../doctor/finding.js';
import { endpointVariables, parseDotEnv } from '../endpoint/endpoint-variables.js';
import { findEndpoint } from '../endpoint/find-endpoint.js';
import type { Io } from '../io/io.js';
import { print } from '../io/print.js';
import { printLines } from '../io/print-lines.js';
import { doctorLines, doctorSummary } from '../report/doctor-lines.js';
import type { AppearanceOptions } from '../terminal/appearance.js';
import { plain } from '../terminal/line-styles.js';

export interface DoctorOptions extends AppearanceOptions {
  readonly model?: string;
  readonly provider?: string;
  readonly baseUrl?: string;
  readonly json?: boolean;
}

/**
 * Looks at everything that a call needs, and prints what was found, each with the fix.
 *
 * @returns 0, or 1 if there is a problem.
 */
export async function doctor(options: DoctorOptions, io: Io): Promise<0 | 1> {
  const { provider, baseUrl, json } = options;
  const settings = checkSettings(io);
  const model = options.model ?? settings.model;
  const { endpoint, findings: aboutKey } = checkKey(() => findEndpoint(baseUrl, io, provider), io);
  // What waits for somebody else, at the same time.
  const [reached, price, dotEnv, tracked, state] = await Promise.all([
    endpoint === undefined ? [] : checkEndpoint(endpoint, model, io),
    checkPrice(endpoint, model, io),
    checkDotEnv(io),
    checkTrackedFiles(io, keysInUse(io, endpoint)),
    checkState(io),
  ]);
  const findings: readonly Finding[] = [
    // What is wrong with the settings would end a call as well, and is told once.
    ...aboutKey.filter(({ what }) => what !== settings.finding.what),
    ...reached,
    price,
    ...dotEnv,
    tracked,
    ...state,
    settings.finding,
    checkNode(io),
    checkTerminal(io),
  ];
  const verdict = worstOf(findings);
  const { columns } = io.stdout;
  if (json) await print(io.stdout, JSON.stringify({ verdict, findings }));
  else {
    const lines = [...doctorLines(findings, columns), plain(''), doctorSummary(findings)];
    await printLines(lines, options, io);
  }
  return verdict === 'problem' ? 1 : 0;
}

/** Long enough that they are found only where they were copied to. */
function keysInUse(io: Io, endpoint: ReturnType<typeof findEndpoint> | undefined): string[] {
  const keys = [
    endpointVariables(io.environment).apiKey,
    parseDotEnv(io.readDotEnv() ?? '').apiKey,
    endpoint?.kind === 'server' ? endpoint.apiKey : undefined,
  ];
  return [...new Set(keys.filter((key) => key !== undefined && key.length >= 16))] as string[];
}
