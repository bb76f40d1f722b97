import { useSignal } from '@preact/signals';
import type { Report } from '../engine/types';
import { messages } from '../i18n';
import { result } from '../state/analysis';

/** The report as the command line writes it. */
function reportJson(report: Report): string {
  return JSON.stringify(report, null, 2);
}

function download(report: Report): void {
  const blob = new Blob([reportJson(report), '\n'], { type: 'application/json' });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = 'cifeng-report.json';
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}

/** Copies or downloads the report. */
export function ExportButtons() {
  const said = useSignal<'copied' | 'copyFailed' | null>(null);
  const shown = result.value;
  if (!shown) return null;
  const t = messages.value;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(reportJson(shown.report));
      said.value = 'copied';
    } catch {
      said.value = 'copyFailed';
    }
    setTimeout(() => {
      said.value = null;
    }, 4000);
  };
  return (
    <div class="buttons">
      <span role="status" class="small">
        {said.value && t[said.value]}
      </span>
      <button type="button" class="quiet" onClick={() => void copy()}>
        {t.copyJson}
      </button>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          download(shown.report);
        }}
      >
        {t.downloadJson}
      </button>
    </div>
  );
}
