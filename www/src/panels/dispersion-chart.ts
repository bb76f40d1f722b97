/**
 * The chart of findings along the text. In a module of its own, as Observable Plot is larger than
 * all the rest of the page and may come after the first report.
 */
import { axisFy, axisX, barY, plot, ruleY } from '@observablehq/plot';
import type { Segment } from './segments';

export interface DispersionChart {
  segments: readonly Segment[];
  families: readonly { id: string; name: string }[];
  largest: number;
  width: number;
  xLabel: string;
  /** What a bar says when the pointer rests on it. */
  describe: (segment: Segment, family: string, count: number) => string;
}

export interface DrawnChart {
  element: Element;
  /** The segment whose column lies under the pointer. */
  segmentAt: (clientX: number) => Segment | undefined;
}

interface Bar {
  segment: Segment;
  family: string;
  count: number;
}

const ROW = 34;

/** A row a family, a column a segment, all rows in one scale. */
export function drawDispersion({
  segments,
  families,
  largest,
  width,
  xLabel,
  describe,
}: DispersionChart): DrawnChart {
  const bars: Bar[] = families.flatMap(({ id }) =>
    segments.flatMap((segment) => {
      const count = segment.counts.get(id) ?? 0;
      return count > 0 ? [{ segment, family: id, count }] : [];
    }),
  );
  const names = new Map(families.map(({ id, name }) => [id, name]));
  const firsts = segments.map(({ first }) => first);
  const every = Math.ceil(firsts.length / Math.max(2, Math.floor(width / 48)));
  const marginLeft = Math.min(width * 0.36, 16 + 13 * longest([...names.values()]));
  const chart = plot({
    width,
    height: families.length * ROW + 44,
    marginLeft,
    marginRight: 4,
    marginTop: 4,
    marginBottom: 36,
    style: { background: 'none', fontFamily: 'inherit', fontSize: '12px', overflow: 'visible' },
    x: { domain: firsts, label: xLabel, padding: segments.length > 30 ? 0.1 : 0.25, type: 'band' },
    y: { domain: [0, largest], axis: null },
    fy: { domain: families.map(({ id }) => id), label: null, padding: 0.12 },
    marks: [
      ruleY([0], { className: 'chart-base' }),
      barY(bars, {
        x: (bar: Bar) => bar.segment.first,
        y: 'count',
        fy: 'family',
        fill: (bar: Bar) => `var(--tint-${bar.family})`,
        title: (bar: Bar) => describe(bar.segment, names.get(bar.family) ?? bar.family, bar.count),
        className: 'chart-bars',
      }),
      axisFy({
        anchor: 'left',
        tickFormat: (id: string) => names.get(id) ?? id,
        tickSize: 0,
        textAnchor: 'start',
        dx: 8 - marginLeft,
        className: 'chart-families',
      }),
      axisX({
        ticks: firsts.filter((_, i) => i % every === 0),
        tickSize: 0,
        labelAnchor: 'center',
        labelArrow: 'none',
        className: 'chart-axis',
      }),
    ],
  });
  // Plot brings an inline style sheet, which the Content-Security-Policy forbids; ours has its rules.
  for (const style of chart.querySelectorAll('style')) style.remove();
  const columns = chart.scale('x');
  return {
    element: chart,
    segmentAt(clientX) {
      const x = clientX - chart.getBoundingClientRect().left;
      const half = (columns?.step ?? 0) / 2;
      const inset = (columns?.bandwidth ?? 0) / 2;
      return segments.find(
        ({ first }) => Math.abs(Number(columns?.apply(first)) + inset - x) <= half,
      );
    },
  };
}

/** The widest name, in Han characters; Latin letters take about half of one. */
function longest(names: readonly string[]): number {
  return Math.max(
    ...names.map((name) =>
      Array.from(name).reduce((sum, character) => sum + (character < '\u2000' ? 0.52 : 1), 0),
    ),
  );
}
