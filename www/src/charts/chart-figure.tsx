import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { idle } from '../engine/idle';
import { saveFile } from '../exports/save';
import { messages } from '../i18n';
import { result } from '../state/analysis';
import { openEntry } from '../state/open-text';
import { language } from '../state/settings';
import { titleOf } from '../storage/entry';
import type { DrawnChart } from './draw';
import { loadCharts, type ChartModule } from './load';
import { pngFile, standAlone, svgText, type Caption } from './stand-alone';

export type Draw = (charts: ChartModule, width: number) => DrawnChart;

interface ChartFigureProps {
  /** Draws the chart; a new function where it is to be drawn anew. */
  draw: Draw;
  caption: Pick<Caption, 'title' | 'notes' | 'legend'>;
  /** The name of exported files, without its ending. */
  file: string;
  /** The reader clicked on this place of the text. */
  onPlace?: (position: number) => void;
  /** What of the text is in sight, to be shown on the chart. */
  sight?: ReadonlySignal<{ from: number; to: number } | null>;
}

/** A chart, for the eye; the table beside it says the same to everybody. */
export function ChartFigure({ draw, caption, file, onPlace, sight }: ChartFigureProps) {
  const t = messages.value;
  const failed = useSignal(false);
  const width = useSignal(0);
  const drawn = useSignal<DrawnChart | null>(null);
  const host = useRef<HTMLDivElement>(null);

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
    if (drawnWidth === 0) return;
    let current = true;
    loadCharts().then(
      async (charts) => {
        await idle();
        if (!current) return;
        failed.value = false;
        drawn.value = draw(charts, drawnWidth);
        host.current?.replaceChildren(drawn.value.element);
      },
      () => {
        if (current) failed.value = true;
      },
    );
    return () => {
      current = false;
    };
  }, [draw, drawnWidth, drawn, failed]);

  const follow = (event: MouseEvent): void => {
    const position = drawn.value?.placeAt?.(event.clientX);
    if (position !== undefined) onPlace?.(position);
  };

  return (
    <div class="chart-figure">
      <div
        class={onPlace ? 'chart chart-leading' : 'chart'}
        aria-hidden="true"
        onClick={onPlace && follow}
      >
        <div ref={host} />
        {sight && drawn.value?.xOf && <Sight sight={sight} xOf={drawn.value.xOf} />}
      </div>
      {failed.value ? (
        <p role="status">{t.chartFailed}</p>
      ) : (
        <Exports draw={draw} caption={caption} file={file} />
      )}
    </div>
  );
}

/** The part of the text that is in sight, as a band over the chart. */
function Sight({
  sight,
  xOf,
}: {
  sight: NonNullable<ChartFigureProps['sight']>;
  xOf: NonNullable<DrawnChart['xOf']>;
}) {
  if (!sight.value) return null;
  const left = xOf(sight.value.from);
  const right = xOf(sight.value.to);
  if (left === undefined || right === undefined) return null;
  return (
    <div class="sight" style={{ left: `${left}px`, width: `${Math.max(2, right - left)}px` }} />
  );
}

function Exports({ draw, caption, file }: Pick<ChartFigureProps, 'draw' | 'caption' | 'file'>) {
  const t = messages.value.reading.chart;
  const failed = useSignal(false);
  const save = async (kind: 'svg' | 'png'): Promise<void> => {
    try {
      const charts = await loadCharts();
      const analyzer = result.value?.report.analyzer;
      const picture = standAlone((width) => draw(charts, width), {
        ...caption,
        source: [
          titleOf(openEntry.value),
          analyzer && messages.value.madeBy(analyzer.version, analyzer.lexicon),
        ]
          .filter(Boolean)
          .join(' · '),
        language: language.value,
      });
      if (kind === 'svg') saveFile(`${file}.svg`, [svgText(picture)], 'image/svg+xml');
      else saveFile(`${file}.png`, [await pngFile(picture)], 'image/png');
      failed.value = false;
    } catch {
      failed.value = true;
    }
  };
  return (
    <p class="chart-exports">
      {(['svg', 'png'] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          class="link"
          aria-label={t.saveAs(caption.title, kind.toUpperCase())}
          onClick={() => void save(kind)}
        >
          {kind.toUpperCase()}
        </button>
      ))}
      <span role="status">{failed.value && t.saveFailed}</span>
    </p>
  );
}
