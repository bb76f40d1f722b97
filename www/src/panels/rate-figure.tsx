import { useSignal } from '@preact/signals';
import { useCallback } from 'preact/hooks';
import { ChartFigure, type Draw } from '../charts/chart-figure';
import type { Named, RateRow } from '../charts/draw';
import { messages } from '../i18n';

interface RateFigureProps {
  title: string;
  rows: readonly RateRow[];
  legend: readonly Named[];
  file: string;
}

/** Rates with their intervals as a chart, drawn when it is asked for; the table above says the same. */
export function RateFigure({ title, rows, legend, file }: RateFigureProps) {
  const open = useSignal(false);
  const t = messages.value;
  const { asChart, intervalsExplained } = t.reading.chart;
  const key = JSON.stringify(rows);
  const draw: Draw = useCallback(
    (charts, width) => charts.drawRates({ rows, width, xLabel: t.rate }),
    [key, t],
  );
  return (
    <details
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      <summary>{asChart}</summary>
      {open.value && (
        <ChartFigure
          draw={draw}
          caption={{ title, notes: [intervalsExplained], legend }}
          file={file}
        />
      )}
    </details>
  );
}
