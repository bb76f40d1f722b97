import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { messages, numbers } from '../i18n';
import { localized } from '../i18n/language';
import { families, result } from '../state/analysis';
import { revealPosition } from '../state/document';
import { hiddenFamilies, language } from '../state/settings';
import type { DrawnChart } from './dispersion-chart';
import { segmentsOf, type Segmentation } from './segments';

type ChartModule = typeof import('./dispersion-chart');

/** As many bars as stay apart on a phone. */
const MOST_SEGMENTS = 60;

let chartModule: Promise<ChartModule> | null = null;

/** Fetches the chart's code; before any text is analysed, so that nothing is fetched then. */
export function loadChart(): Promise<ChartModule> {
  chartModule ??= import('./dispersion-chart').catch((cause: unknown) => {
    chartModule = null;
    throw cause;
  });
  return chartModule;
}

/** Findings by paragraph: a chart, and a table that says the same. */
export function Dispersion() {
  const shown = result.value;
  if (!shown || shown.report.findings.length === 0) return null;
  return <DispersionOf segmentation={segmentsOf(shown.report.summary.paragraphs, MOST_SEGMENTS)} />;
}

function DispersionOf({ segmentation }: { segmentation: Segmentation }) {
  const t = messages.value;
  const { count } = numbers.value;
  const { segments, size } = segmentation;
  const shownFamilies = families.value
    .filter(({ id }) => !hiddenFamilies.value.has(id))
    .map(({ id, name }) => ({ id, name: localized(name, language.value) }));
  const largest = Math.max(
    1,
    ...segments.flatMap(({ counts }) => shownFamilies.map(({ id }) => counts.get(id) ?? 0)),
  );
  const failed = useSignal(false);
  const width = useSignal(0);
  const host = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnChart>(null);

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      width.value = Math.floor(element.clientWidth);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [width]);

  const drawnWidth = width.value;
  useEffect(() => {
    const element = host.current;
    if (!element || drawnWidth === 0) return;
    let current = true;
    loadChart().then(
      ({ drawDispersion }) => {
        if (!current) return;
        failed.value = false;
        drawn.current = drawDispersion({
          segments,
          families: shownFamilies,
          largest,
          width: drawnWidth,
          xLabel: t.paragraph,
          describe: ({ first, last }, family, found) =>
            `${t.paragraphs(count(first), count(last))}\n${family}: ${count(found)}`,
        });
        element.replaceChildren(drawn.current.element);
      },
      () => {
        failed.value = true;
      },
    );
    return () => {
      current = false;
    };
  });

  /** A click anywhere in a column leads to its paragraph. */
  const follow = (event: MouseEvent): void => {
    const segment = drawn.current?.segmentAt(event.clientX);
    if (segment) revealPosition(segment.start);
  };

  return (
    <section class="panel" aria-labelledby="along-heading">
      <h2 id="along-heading">{t.alongHeading}</h2>
      <p class="small">
        {t.alongExplained(count(largest))}
        {size > 1 && ` ${t.alongGrouped(size)}`}
      </p>
      <div class="chart" ref={host} aria-hidden="true" onClick={follow} />
      {failed.value && <p role="status">{t.chartFailed}</p>}
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
                <th scope="col">{t.paragraph}</th>
                {shownFamilies.map(({ id, name }) => (
                  <th key={id} scope="col" class="number">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {segments.map(({ first, last, start, counts }) => (
                <tr key={first}>
                  <th scope="row">
                    <button
                      type="button"
                      class="link"
                      onClick={() => {
                        revealPosition(start);
                      }}
                    >
                      {t.paragraphs(count(first), count(last))}
                    </button>
                  </th>
                  {shownFamilies.map(({ id }) => (
                    <td key={id} class="number" data-family={id} data-paragraph={first}>
                      {count(counts.get(id) ?? 0)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
