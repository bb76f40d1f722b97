import { useComputed, useSignal } from '@preact/signals';
import { useCallback, useMemo } from 'preact/hooks';
import { ChartFigure, type Draw } from '../charts/chart-figure';
import type { Named } from '../charts/draw';
import { partsOf, spotsOf } from '../charts/places';
import { rateOf, segmentsOf, type Segment } from '../charts/segments';
import { Choice } from '../chrome/choice';
import { messages, numbers } from '../i18n';
import { localized } from '../i18n/language';
import { families, result, type Result } from '../state/analysis';
import { revealPosition, sight } from '../state/document';
import { look } from '../state/lens';
import { hiddenFamilies, language } from '../state/settings';

/** As many bars as stay apart on a phone. */
const MOST_SEGMENTS = 60;
/** As many lines as stay apart on a wide page. */
const MOST_SPOTS = 400;
const PARTS = 10;

const MEASURES = ['places', 'counts', 'rates'] as const;
type Measure = (typeof MEASURES)[number];

/** Findings along the text: each at its place, or counted by paragraph. */
export function Along() {
  const measure = useSignal<Measure>('places');
  const shown = result.value;
  const named = useComputed(() =>
    families.value
      .filter(({ id }) => !hiddenFamilies.value.has(id))
      .map(({ id, name }) => ({ id, name: localized(name, language.value), tint: id })),
  );
  if (!shown || shown.report.findings.length === 0) return null;
  const t = messages.value;
  return (
    <section class="panel" aria-labelledby="along-heading">
      <div class="panel-head">
        <h2 id="along-heading">{t.alongHeading}</h2>
        <Choice
          label={t.reading.chart.measure}
          name="measure"
          options={MEASURES.map((id) => ({
            id,
            label: t.reading.chart.measures[id],
            face: t.reading.chart.measures[id],
          }))}
          value={measure.value}
          onChoose={(chosen) => {
            measure.value = chosen;
          }}
        />
      </div>
      {measure.value === 'places' ? (
        <Places shown={shown} named={named.value} />
      ) : (
        <Paragraphs shown={shown} named={named.value} measure={measure.value} />
      )}
    </section>
  );
}

/** What stands between two sentences. */
const gap = (): string => (language.value === 'en' ? ' ' : '');

interface ViewProps {
  shown: Result;
  named: readonly Named[];
}

function Places({ shown, named }: ViewProps) {
  const t = messages.value;
  const { count } = numbers.value;
  const { length } = shown.text;
  const { findings } = shown.index;
  const notes = [t.reading.chart.placesExplained];
  const draw: Draw = useCallback(
    (charts, width) =>
      charts.drawStrip({
        spots: spotsOf(findings, length, Math.min(MOST_SPOTS, width)),
        families: named,
        length,
        width,
        xLabel: t.reading.chart.partOfText,
        describe: (spot, family) => `${family.name}: ${count(spot.count)}`,
      }),
    [findings, length, named, t, count],
  );
  const parts = useMemo(() => partsOf(findings, length, PARTS), [findings, length]);
  const percent = (part: number): string => `${(part * 100) / PARTS} %`;
  return (
    <>
      <p class="small">{[...notes, t.reading.chart.leads].join(gap())}</p>
      <ChartFigure
        draw={draw}
        caption={{ title: t.alongHeading, notes, legend: named }}
        file="cifeng-along"
        onPlace={revealPosition}
        sight={sight}
      />
      <Table
        head={t.reading.chart.partOfText}
        named={named}
        rows={parts.map((counts, part) => ({
          key: part,
          name: `${percent(part)}–${percent(part + 1)}`,
          follow: () => {
            revealPosition(Math.round((part * length) / PARTS));
          },
          cells: named.map(({ id }) => count(counts.get(id) ?? 0)),
        }))}
      />
    </>
  );
}

function Paragraphs({ shown, named, measure }: ViewProps & { measure: 'counts' | 'rates' }) {
  const t = messages.value;
  const { count, rate } = numbers.value;
  const { paragraphs } = shown.report.summary;
  const segmentation = useMemo(() => segmentsOf(paragraphs, MOST_SEGMENTS), [paragraphs]);
  const { segments, size } = segmentation;
  const value = (segment: Segment, family: string): number =>
    measure === 'counts' ? (segment.counts.get(family) ?? 0) : rateOf(segment, family);
  const format = measure === 'counts' ? count : rate;
  const largest = Math.max(
    measure === 'counts' ? 1 : 0.01,
    ...segments.flatMap((segment) => named.map(({ id }) => value(segment, id))),
  );
  const nameOf = ({ first, last }: Segment): string => t.paragraphs(count(first), count(last));
  const notes = [
    measure === 'counts'
      ? t.alongExplained(format(largest))
      : t.reading.chart.ratesExplained(format(largest)),
    ...(size > 1 ? [t.alongGrouped(size)] : []),
  ];
  const draw: Draw = useCallback(
    (charts, width) =>
      charts.drawParagraphs({
        segments,
        families: named,
        value,
        largest,
        width,
        xLabel: t.paragraph,
        describe: (segment, family) =>
          `${nameOf(segment)}\n${family.name}: ${format(value(segment, family.id))}`,
      }),
    [segments, named, measure, t],
  );
  return (
    <>
      <p class="small">{notes.join(gap())}</p>
      <ChartFigure
        draw={draw}
        caption={{ title: t.alongHeading, notes, legend: named }}
        file={`cifeng-paragraphs-${measure}`}
        onPlace={revealPosition}
        sight={sight}
      />
      <Spread summary={shown.report.summary} named={named} />
      <Table
        head={t.paragraph}
        named={named}
        rows={segments.map((segment) => ({
          key: segment.first,
          name: nameOf(segment),
          follow: () => {
            const { first, last, start, end } = segment;
            look({ stretch: { first, last, start, end } });
            revealPosition(start);
          },
          cells: named.map(({ id }) => format(value(segment, id))),
        }))}
      />
    </>
  );
}

interface SpreadProps {
  summary: Result['report']['summary'];
  named: readonly Named[];
}

/** How unevenly the findings of each family are spread, where there is anything to spread. */
function Spread({ summary, named }: SpreadProps) {
  const { rate } = numbers.value;
  const spreads = named.flatMap(({ id, name }) => {
    const spread = summary.families[id]?.dp_norm ?? null;
    return spread === null ? [] : [{ id, name, spread }];
  });
  if (spreads.length === 0) return null;
  return (
    <div class="small">
      <p>{messages.value.reading.chart.spreadExplained}</p>
      <ul class="spread">
        {spreads.map(({ id, name, spread }) => (
          <li key={id}>
            {name} <b data-family={id}>{rate(spread)}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface TableProps {
  head: string;
  named: readonly Named[];
  rows: readonly { key: number; name: string; follow: () => void; cells: readonly string[] }[];
}

/** What the chart shows, for screen readers and whoever wants the numbers. */
function Table({ head, named, rows }: TableProps) {
  const t = messages.value;
  return (
    <details>
      <summary>{t.asTable}</summary>
      <div
        class="table-scroll"
        tabIndex={0}
        role="region"
        aria-label={`${t.alongHeading}: ${t.asTable}`}
      >
        <table class="along-table">
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {named.map(({ id, name }) => (
                <th key={id} scope="col" class="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, follow, cells }) => (
              <tr key={key}>
                <th scope="row">
                  <button type="button" class="link" onClick={follow}>
                    {name}
                  </button>
                </th>
                {named.map(({ id }, i) => (
                  <td key={id} class="number" data-family={id} data-row={key}>
                    {cells[i]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
