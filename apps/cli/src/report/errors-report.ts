import { type ErrorKind, errorKinds, type KindFacts } from '@farebox/core';
import { plain } from '../terminal/line-styles.js';
import { type Line, span } from '../terminal/styled-line.js';
import { fixOf } from './fix-of.js';
import { fold } from './table.js';

const kinds = Object.keys(errorKinds) as ErrorKind[];

const sentAgain: Readonly<Record<KindFacts['retried'], string>> = {
  yes: 'sent again',
  no: 'not sent again',
  'per-code': 'sent again for some causes',
  'opt-in': 'sent again while nothing has arrived',
  're-ask': 'asked once more',
};

/** Every kind of error: a line with its facts, and what to do. */
export function errorsLines(): Line[] {
  return kinds.flatMap((kind) => [kindTitle(kind), ...fold(`  ${fixOf(kind)}`).map(plain)]);
}

/** The same as one object; `exit` is the exit code of this command. */
export function errorsJson() {
  return { kinds: kinds.map(kindFacts) };
}

/** A kind and its facts on one line. */
export function kindTitle(kind: ErrorKind): Line {
  const { name, exit, retried } = errorKinds[kind];
  return [
    span(kind, { bold: true }),
    span(` · ${name} · exit ${exit} · ${sentAgain[retried]}`, { dim: true }),
  ];
}

/** What `--json` says of a kind. */
export function kindFacts(kind: ErrorKind) {
  const { name, exit, retried, cause } = errorKinds[kind];
  return { kind, name, exit, retried, cause, fix: fixOf(kind) };
}
