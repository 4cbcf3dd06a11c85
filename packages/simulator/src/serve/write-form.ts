import type { ServerResponse } from 'node:http';
import { systemClock } from '../clock/system-clock.js';
import { dribbled, inPieces } from '../faults/socket-pieces.js';
import type { SentForm, WireForm } from '../faults/wire-fault.js';
import { compressed } from './compressed.js';
import { connectionOf } from './connection.js';
import { framings } from './framings.js';
import { packedBomb } from './packed-bomb.js';
import type { Patience } from './until-taken.js';
import { writeFramed } from './write-framed.js';
import { writeResponse } from './write-response.js';
import { writeUnanswered } from './write-unanswered.js';

/** Ten bytes a second, in real time: a tenth of what it takes without a socket. */
const dribbledByteMs = 100;

/** The forms that are a matter of the body alone. */
const bodies: Partial<Readonly<Record<SentForm, (response: Response) => Response>>> = {
  gzip: (response) => compressed(response, ['gzip']),
  brotli: (response) => compressed(response, ['br']),
  deflate: (response) => compressed(response, ['deflate']),
  zstd: (response) => compressed(response, ['zstd']),
  'truncated-gzip': (response) => compressed(response, ['gzip'], { cut: true }),
  'encoded-many-times': (response) => compressed(response, Array(6).fill('gzip')),
  'gzip-bomb': packedBomb,
  dribble: (response) =>
    new Response(
      response.body && inPieces(response.body, dribbled(dribbledByteMs), systemClock),
      response,
    ),
};

/** Writes a response in the form that a fault gives it, or as HTTP has it. */
export async function writeForm(
  form: WireForm | undefined,
  response: Response,
  outgoing: ServerResponse,
  patience: Patience,
): Promise<void> {
  if (isUnanswered(form)) {
    return writeUnanswered[form](connectionOf(outgoing, patience), patience.left);
  }
  const framing = form && framings[form];
  if (framing !== undefined) {
    return writeFramed(framing, response, connectionOf(outgoing, patience));
  }
  const changed = form && bodies[form]?.(response);
  return writeResponse(changed ?? response, outgoing, patience);
}

function isUnanswered(form: WireForm | undefined): form is keyof typeof writeUnanswered {
  return form !== undefined && Object.hasOwn(writeUnanswered, form);
}
