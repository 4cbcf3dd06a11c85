import { toUsd } from '@farebox/core';
import type { CostCurve } from './cost-curve.js';

/** Columns for the plot: times in seconds, then for each run its guess and its total at the end. */
export interface PlotData {
  readonly seconds: readonly number[];
  readonly series: readonly {
    readonly run: number;
    readonly what: 'guess' | 'total' | 'reserved';
    readonly usd: readonly (number | null)[];
  }[];
}

/** The curves on one scale of time. What is set aside is drawn of a single run: of several it would be a tangle. */
export function plotData(curves: readonly CostCurve[]): PlotData {
  const all = curves.flatMap(({ points }) => points.map(({ atMs }) => atMs));
  const times = [...new Set(all)].sort((a, b) => a - b);
  const series = curves.flatMap(({ points, total, reserved }, run) => {
    const at = new Map(points.map(({ atMs, usd }) => [atMs, usd]));
    const last = points.at(-1)?.atMs;
    const guess = { run, what: 'guess' as const, usd: times.map((ms) => at.get(ms) ?? null) };
    const end = total === undefined ? undefined : toUsd(total.amount);
    const only = curves.length === 1 && reserved !== undefined ? toUsd(reserved) : undefined;
    return [
      guess,
      ...(end === undefined
        ? []
        : [{ run, what: 'total' as const, usd: times.map((ms) => (ms === last ? end : null)) }]),
      ...(only === undefined
        ? []
        : [{ run, what: 'reserved' as const, usd: times.map(() => only) }]),
    ];
  });
  return { seconds: times.map((ms) => ms / 1000), series };
}
