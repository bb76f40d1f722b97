/**
 * The charts. In a module of its own, as Observable Plot is larger than all the rest of the page and
 * may come after the first report.
 */
import {
  axisFy,
  axisX,
  axisY,
  barY,
  dot,
  link,
  plot,
  ruleX,
  ruleY,
  tickX,
} from '@observablehq/plot';
import type { Markish, PlotOptions } from '@observablehq/plot';
import type { Spot } from './places';
import type { Segment } from './segments';

/** A family or another thing that has a row, with the id of the family whose colour it takes. */
export interface Named {
  id: string;
  name: string;
  tint: string;
}

export interface DrawnChart {
  element: Element;
  /** The place in the text, as an offset, that lies under the pointer. */
  placeAt?: (clientX: number) => number | undefined;
  /** Where an offset of the text lies, in pixels from the left of the chart. */
  xOf?: (position: number) => number | undefined;
}

const ROW = 34;
const tintOf = ({ tint }: { tint: string }): string => `var(--tint-${tint})`;

function drawPlot(options: PlotOptions): ReturnType<typeof plot> {
  const chart = plot({
    ...options,
    style: { background: 'none', fontFamily: 'inherit', fontSize: '12px', overflow: 'visible' },
  });
  // Plot brings an inline style sheet, which the Content-Security-Policy forbids; ours has its rules.
  for (const style of chart.querySelectorAll('style')) style.remove();
  return chart;
}

/** The room that names need on the left. */
function marginFor(names: readonly Named[], width: number): number {
  return Math.min(width * 0.36, 16 + 13 * Math.max(...names.map(({ name }) => widthOf(name))));
}

/** The width of a name in Han characters; Latin letters take about half of one. */
function widthOf(name: string): number {
  return Array.from(name).reduce((sum, each) => sum + (each < '\u2000' ? 0.52 : 1), 0);
}

/** The names of the rows, at the left edge. */
function rowNames(rows: readonly Named[], marginLeft: number): Markish {
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return axisFy({
    anchor: 'left',
    tickFormat: (id: string) => names.get(id) ?? id,
    tickSize: 0,
    textAnchor: 'start',
    dx: 8 - marginLeft,
    className: 'chart-families',
  });
}

export interface ParagraphChart {
  segments: readonly Segment[];
  families: readonly Named[];
  /** What the bars show. */
  value: (segment: Segment, family: string) => number;
  largest: number;
  width: number;
  xLabel: string;
  /** What a bar says when the pointer rests on it. */
  describe: (segment: Segment, family: Named) => string;
}

/** A row a family, a column a segment, all rows in one scale. */
export function drawParagraphs({
  segments,
  families,
  value,
  largest,
  width,
  xLabel,
  describe,
}: ParagraphChart): DrawnChart {
  const bars = families.flatMap((family) =>
    segments.flatMap((segment) => {
      const size = value(segment, family.id);
      return size > 0 ? [{ segment, family, size }] : [];
    }),
  );
  type Bar = (typeof bars)[number];
  const firsts = segments.map(({ first }) => first);
  const every = Math.ceil(firsts.length / Math.max(2, Math.floor(width / 48)));
  const marginLeft = marginFor(families, width);
  const chart = drawPlot({
    width,
    height: families.length * ROW + 44,
    marginLeft,
    marginRight: 4,
    marginTop: 4,
    marginBottom: 36,
    x: { domain: firsts, label: xLabel, padding: segments.length > 30 ? 0.1 : 0.25, type: 'band' },
    y: { domain: [0, largest], axis: null },
    fy: { domain: families.map(({ id }) => id), label: null, padding: 0.12 },
    marks: [
      ruleY([0], { className: 'chart-base' }),
      barY(bars, {
        x: (bar: Bar) => bar.segment.first,
        y: 'size',
        fy: (bar: Bar) => bar.family.id,
        fill: (bar: Bar) => tintOf(bar.family),
        title: (bar: Bar) => describe(bar.segment, bar.family),
        className: 'chart-bars',
      }),
      rowNames(families, marginLeft),
      axisX({
        ticks: firsts.filter((_, i) => i % every === 0),
        tickSize: 0,
        labelAnchor: 'center',
        labelArrow: 'none',
        className: 'chart-axis',
      }),
    ],
  });
  const columns = chart.scale('x');
  const step = columns?.step ?? 0;
  const left = (segment: Segment): number =>
    Number(columns?.apply(segment.first)) + ((columns?.bandwidth ?? 0) - step) / 2;
  return {
    element: chart,
    placeAt(clientX) {
      const x = clientX - chart.getBoundingClientRect().left;
      return segments.find((segment) => x >= left(segment) && x < left(segment) + step)?.start;
    },
    xOf(position) {
      const at = segments.findLast(({ start }) => start <= position) ?? segments[0];
      if (!at) return undefined;
      const inside = (position - at.start) / Math.max(1, at.end - at.start);
      return left(at) + step * Math.min(1, Math.max(0, inside));
    },
  };
}

export interface StripChart {
  spots: readonly Spot[];
  families: readonly Named[];
  /** Code units of the text. */
  length: number;
  width: number;
  xLabel: string;
  describe: (spot: Spot, family: Named) => string;
}

/** A row a family, a line wherever something was found; darker where several fall together. */
export function drawStrip({
  spots,
  families,
  length,
  width,
  xLabel,
  describe,
}: StripChart): DrawnChart {
  const byId = new Map(families.map((family) => [family.id, family]));
  const shown = spots.filter(({ family }) => byId.has(family));
  const most = Math.max(1, ...shown.map(({ count }) => count));
  const marginLeft = marginFor(families, width);
  const chart = drawPlot({
    width,
    height: families.length * ROW + 44,
    marginLeft,
    marginRight: 24,
    marginTop: 4,
    marginBottom: 36,
    x: { domain: [0, Math.max(1, length)], label: xLabel },
    y: { domain: [-1, 1], axis: null },
    fy: { domain: families.map(({ id }) => id), label: null, padding: 0.2 },
    marks: [
      ruleY([0], { className: 'chart-base' }),
      tickX(shown, {
        x: 'start',
        fy: 'family',
        stroke: (spot: Spot) => tintOf(byId.get(spot.family) ?? { tint: spot.family }),
        strokeOpacity: (spot: Spot) =>
          most === 1 ? 0.9 : 0.35 + 0.65 * (Math.log(spot.count + 1) / Math.log(most + 1)),
        strokeWidth: 1.5,
        title: (spot: Spot) => {
          const family = byId.get(spot.family);
          return family ? describe(spot, family) : '';
        },
        className: 'chart-ticks',
      }),
      rowNames(families, marginLeft),
      axisX({
        ticks: [0, 0.25, 0.5, 0.75, 1].map((part) => part * length),
        tickSize: 0,
        tickFormat: (position: number) => `${Math.round((position / Math.max(1, length)) * 100)} %`,
        labelAnchor: 'center',
        labelArrow: 'none',
        className: 'chart-axis',
      }),
    ],
  });
  const scale = chart.scale('x');
  return {
    element: chart,
    placeAt(clientX) {
      const x = clientX - chart.getBoundingClientRect().left;
      const position = Number(scale?.invert?.(x));
      return Number.isFinite(position)
        ? Math.round(Math.min(length, Math.max(0, position)))
        : undefined;
    },
    xOf: (position) => Number(scale?.apply(position)),
  };
}

/** A rate with its interval. */
export interface RateRow extends Named {
  /** The group that it is shown under, such as a voice; empty for none. */
  group: string;
  rate: number;
  low: number;
  high: number;
  describe: string;
}

export interface RateChart {
  rows: readonly RateRow[];
  width: number;
  xLabel: string;
}

/** Rates as dots on the lines of their intervals, in one scale. */
export function drawRates({ rows, width, xLabel }: RateChart): DrawnChart {
  const keyed = rows.map((row) => ({ ...row, key: `${row.group}\n${row.id}` }));
  type Keyed = (typeof keyed)[number];
  const groups = [...new Set(rows.map(({ group }) => group))];
  const names = keyed.map(({ key, name, tint }) => ({ id: key, name, tint }));
  const headed = groups.length > 1;
  // A group's head takes a row of its own.
  const domain = groups.flatMap((group) => [
    ...(headed ? [`${group}\n`] : []),
    ...keyed.filter((row) => row.group === group).map(({ key }) => key),
  ]);
  const heads = headed ? groups.map((group) => ({ id: `${group}\n`, name: group, tint: '' })) : [];
  const labels = [...names, ...heads];
  const nameOf = new Map(labels.map(({ id, name }) => [id, name]));
  const marginLeft = marginFor(labels, width);
  const chart = drawPlot({
    width,
    height: domain.length * 24 + 44,
    marginLeft,
    marginRight: 16,
    marginTop: 4,
    marginBottom: 36,
    x: { domain: [0, Math.max(1, ...rows.map(({ high }) => high))], label: xLabel, nice: true },
    y: { domain, type: 'point', padding: 0.6, label: null },
    marks: [
      ruleX([0], { className: 'chart-base' }),
      link(keyed, {
        x1: 'low',
        x2: 'high',
        y: 'key',
        stroke: tintOf,
        strokeWidth: 2,
        className: 'chart-intervals',
      }),
      dot(keyed, {
        x: 'rate',
        y: 'key',
        r: 4,
        fill: tintOf,
        title: (row: Keyed) => row.describe,
        className: 'chart-dots',
      }),
      axisY({
        anchor: 'left',
        tickFormat: (key: string) => nameOf.get(key) ?? key,
        tickSize: 0,
        textAnchor: 'start',
        dx: 8 - marginLeft,
        className: 'chart-families',
      }),
      axisX({ tickSize: 0, labelAnchor: 'center', labelArrow: 'none', className: 'chart-axis' }),
    ],
  });
  return { element: chart };
}
