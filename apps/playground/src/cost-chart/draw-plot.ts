import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { PlotData } from './plot-data.js';
import { runColours } from './run-colours.js';

const heightPx = 230;
const font = '12px "Liberation Sans", system-ui, Arial, sans-serif';

/** Draws a plot into an element, and says how to take it away. Colours are those of the page now. */
export function drawPlot(host: HTMLElement, { seconds, series }: PlotData): () => void {
  const ink = colourOf(host, '--ink-soft');
  const line = colourOf(host, '--line');
  const axis = { stroke: ink, font, grid: { stroke: line, width: 1 }, ticks: { show: false } };
  const plot = new uPlot(
    {
      width: Math.max(host.clientWidth, 200),
      height: heightPx,
      legend: { show: false },
      cursor: { show: false },
      padding: [10, 10, 0, 0],
      scales: { x: { time: false }, y: { range: (_, __, max) => [0, (max || 1e-6) * 1.1] } },
      axes: [
        {
          ...axis,
          size: 34,
          space: 70,
          values: (_, values) => values.map((value) => `${value} s`),
        },
        { ...axis, size: 92, values: (_, values) => alike(values) },
      ],
      series: [
        {},
        ...series.map(({ run, what }): uPlot.Series => {
          const stroke = colourOf(host, runColours[run % runColours.length] ?? '--accent');
          if (what === 'reserved') {
            return { stroke: ink, width: 1, dash: [4, 4], points: { show: false } };
          }
          return what === 'total'
            ? { stroke, width: 0, points: { show: true, size: 10, fill: stroke } }
            : { stroke, width: 2, spanGaps: true, points: { show: false } };
        }),
      ],
    },
    [[...seconds], ...series.map(({ usd }) => [...usd])],
    host,
  );
  const observer = new ResizeObserver(() => {
    if (host.clientWidth > 0) plot.setSize({ width: host.clientWidth, height: heightPx });
  });
  observer.observe(host);
  return () => {
    observer.disconnect();
    plot.destroy();
  };
}

/** Dollars, all with as many digits as their distance needs. */
function alike(values: readonly number[]): string[] {
  const step = (values[1] ?? 1) - (values[0] ?? 0);
  const digits = Math.min(14, Math.max(2, Math.ceil(1 - Math.log10(step))));
  return values.map((usd) => `$${usd.toFixed(digits)}`);
}

/** What a colour of the style sheet is at this moment: a canvas does not know its names. */
function colourOf(host: HTMLElement, name: string): string {
  const probe = document.createElement('i');
  probe.style.color = `var(${name})`;
  host.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
