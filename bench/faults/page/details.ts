import { type FaultCase, type FaultRow, faultTable } from '@farebox/simulator/fault-table';
import type { CaseResult } from '../case-result.ts';
import { expectedRequests } from '../expected-requests.ts';
import { markdownTable } from './markdown.ts';
import type { Verdicts } from './verdicts.ts';

const levels: readonly (readonly [FaultRow['level'], title: string])[] = [
  ['network', 'Before a server is reached'],
  ['socket', 'On the socket'],
  ['http', 'In status and headers'],
  ['stream', 'In the events'],
  ['content', 'In their data'],
  ['client', 'In the client'],
];

/** Every case, by level: what is right, and what came of it with each client. */
export function details(verdicts: Verdicts, names: readonly string[]): string {
  return levels
    .map(([level, title]) => {
      const rows = faultTable
        .filter((row) => row.level === level)
        .flatMap(({ number, cases }) =>
          cases.map((each) => [
            `${number} \`${each.name}\``,
            rightEnd(each),
            ...names.map((name) => cell(verdicts.of(each.name, name))),
          ]),
        );
      return `### ${title}\n\n${markdownTable(['Case', 'Right', ...names], rows)}`;
    })
    .join('\n\n');
}

/** What the table says of a case: how it ends, and with how many requests. */
export function rightEnd(faultCase: FaultCase): string {
  const { kind, code, gaveUp } = faultCase.expected;
  const facts = [code, gaveUp === undefined ? undefined : 'waits not'].filter(Boolean).join(', ');
  return `${kind}${facts === '' ? '' : ` (${facts})`} · ${expectedRequests(faultCase)}`;
}

function cell({ right, outcome, requests, elapsedMs, leaks }: CaseResult): string {
  const shown = leaks.length === 0 ? '' : ` · shows ${leaks.join(' and ')}`;
  return `${right ? '✓' : '✗'} ${outcome} · ${requests} · ${rounded(elapsedMs)}${shown}`;
}

/** In seconds, so coarse that two runs mostly agree. */
function rounded(elapsedMs: number): string {
  return elapsedMs < 1_000 ? '< 1 s' : `${Math.round(elapsedMs / 1_000)} s`;
}
