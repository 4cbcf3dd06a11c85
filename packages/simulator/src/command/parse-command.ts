import { parseArgs } from 'node:util';
import { parseFaultHeader } from '../faults/fault-header.js';
import type { FaultStep } from '../faults/script.js';
import { maximumPerMinute } from '../limits/token-bucket.js';
import type { SimulateOptions } from '../simulate.js';
import { numberOf } from './numbers.js';
import { UsageError } from './usage-error.js';

/** What a command line asks for. */
export interface Command {
  readonly simulator: SimulateOptions;
  readonly port: number;
  readonly host: string | undefined;
  readonly tokenFile: string | undefined;
  readonly verbose: boolean;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const options = {
  port: text,
  seed: text,
  fault: { type: 'string', multiple: true },
  rpm: text,
  tpm: text,
  'first-token-ms': text,
  'tokens-per-second': text,
  listen: text,
  'token-file': text,
  verbose: flag,
  help: flag,
  version: flag,
} as const;

/**
 * Reads a command line; `'help'` and `'version'` come before all else.
 *
 * @throws {UsageError} when it cannot be run; the message names the option.
 */
export function parseCommand(argv: readonly string[]): Command | 'help' | 'version' {
  const given = valuesOf(argv);
  if (given.help === true) return 'help';
  if (given.version === true) return 'version';

  const perMinute = { from: 1, to: maximumPerMinute, whole: true };
  const seed = numberOf('seed', given.seed, { from: Number.MIN_SAFE_INTEGER, whole: true });
  const requestsPerMinute = numberOf('rpm', given.rpm, perMinute);
  const tokensPerMinute = numberOf('tpm', given.tpm, perMinute);
  const firstTokenMs = numberOf('first-token-ms', given['first-token-ms'], {
    from: 0,
    whole: false,
  });
  const tokensPerSecond = numberOf('tokens-per-second', given['tokens-per-second'], {
    from: 0.001,
    whole: false,
  });
  const paced = firstTokenMs !== undefined || tokensPerSecond !== undefined;
  return {
    simulator: {
      faults: (given.fault ?? []).map(faultStep),
      limits: {
        ...(requestsPerMinute === undefined ? {} : { requestsPerMinute }),
        ...(tokensPerMinute === undefined ? {} : { tokensPerMinute }),
      },
      ...(seed === undefined ? {} : { seed }),
      ...(paced
        ? {
            pace: {
              firstTokenMs: firstTokenMs ?? 0,
              tokensPerSecond: tokensPerSecond ?? Number.POSITIVE_INFINITY,
            },
          }
        : {}),
    },
    port: numberOf('port', given.port, { from: 0, to: 65_535, whole: true }) ?? 0,
    host: given.listen,
    tokenFile: given['token-file'],
    verbose: given.verbose === true,
  };
}

function valuesOf(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: false }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    if ('code' in error && error.code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') {
      throw new UsageError('There is an argument that belongs to no option; it takes none.');
    }
    // Only the first sentence: the others explain how to write what is no option here.
    throw new UsageError(`${error.message.split(/\. |\.?\n/, 1)[0]}.`);
  }
}

function faultStep(step: string): FaultStep {
  if (step === 'ok') return step;
  try {
    return parseFaultHeader(step);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(`--fault: ${error.message}`);
  }
}
