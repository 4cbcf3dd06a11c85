import type { FaultCase } from '@farebox/simulator/fault-table';
import type { CaseResult } from './case-result.ts';
import { runFarebox } from './farebox/run-case.ts';
import { openai, openaiHelper } from './peers/openai.ts';
import type { Peer } from './peers/peer.ts';
import { rawFetch } from './peers/raw-fetch.ts';
import { runPeer } from './peers/run-case.ts';
import { vercelAi } from './peers/vercel-ai.ts';

export type RunCase = (faultCase: FaultCase) => Promise<Omit<CaseResult, 'contender'>>;

export const peers: readonly Peer[] = [openai, openaiHelper, vercelAi, rawFetch];

/** Who is held to the table, by the name on the page. */
export const contenders: Readonly<Record<string, RunCase>> = {
  Farebox: (faultCase) => runFarebox('fetch', faultCase),
  'Farebox, SDK': (faultCase) => runFarebox('sdk', faultCase),
  ...Object.fromEntries(
    peers.map((peer) => [peer.name, (each) => runPeer(peer, each)] as [string, RunCase]),
  ),
};
