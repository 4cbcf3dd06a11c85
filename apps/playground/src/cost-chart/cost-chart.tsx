import type { CSSProperties } from 'react';
import { useEffect, useMemo, useRef } from 'react';
import { useCalm } from '../wire/use-calm.js';
import './cost-chart.css';
import { costCurve } from './cost-curve.js';
import { curveText } from './curve-text.js';
import { drawPlot } from './draw-plot.js';
import type { InspectedRun } from './inspected-run.js';
import { plotData } from './plot-data.js';
import { runColours } from './run-colours.js';
import { useThemeChanges } from './use-theme-changes.js';

/** Each curve is a reading of all bytes of its run. */
const everyMs = 300;

/** What runs cost while they stream, guessed, and what they came to; and the same in words. */
export function CostChart({ runs }: { readonly runs: readonly InspectedRun[] }) {
  const calm = useCalm(runs, everyMs);
  const curves = useMemo(() => calm.map(costCurve), [calm]);
  const host = useRef<HTMLDivElement>(null);
  const theme = useThemeChanges();
  const hasPoints = curves.some(({ points }) => points.length > 1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new theme has new colours
  useEffect(() => {
    if (!host.current || !hasPoints) return;
    return drawPlot(host.current, plotData(curves));
  }, [curves, hasPoints, theme]);
  return (
    <div className="cost-chart">
      {hasPoints && <div className="cost-plot" aria-hidden="true" ref={host} />}
      <ul>
        {calm.map(({ name }, index) => {
          const curve = curves[index];
          const colour = `var(${runColours[index % runColours.length]})`;
          return (
            <li key={name} style={{ '--run': colour } as CSSProperties}>
              <b>{name}</b>
              <span>{curve === undefined ? '' : curveText(curve)}</span>
            </li>
          );
        })}
      </ul>
      <p className="hint">
        The line is a guess by the length of what has arrived, the dot what the receipts say
        {curves.length === 1 && ', the dashes the most that was set aside'}.
      </p>
    </div>
  );
}
