import { BYTE_ORDER_MARK } from '../exports/csv';
import { saveFile } from '../exports/save';
import { messages, numbers } from '../i18n';
import { families } from '../state/analysis';
import { library, textNumbers } from '../state/library';
import { cancelReports, reporting, saveReports } from './report-export';
import { linesOfTable, tableAsCsv } from './table-export';

/** The table of all texts as a file, and the reports of all texts as another. */
export function ExportTable() {
  const t = messages.value.library;
  const ids = families.value.map(({ id }) => id);
  const running = reporting.value.kind === 'running';
  return (
    <>
      <div class="buttons">
        <button
          type="button"
          onClick={() => {
            const csv = tableAsCsv(library.value, textNumbers.value, ids);
            saveFile('cifeng-texts.csv', [BYTE_ORDER_MARK, csv], 'text/csv');
          }}
        >
          {t.downloadCsv}
        </button>
        <button
          type="button"
          onClick={() => {
            const lines = linesOfTable(library.value, textNumbers.value);
            saveFile('cifeng-texts.jsonl', [lines], 'application/jsonl');
          }}
        >
          {t.downloadJsonl}
        </button>
        <button type="button" disabled={running} onClick={() => void saveReports(library.value)}>
          {t.downloadReports}
        </button>
      </div>
      <p class="small">{t.exportsExplained}</p>
      <Reporting />
    </>
  );
}

/** How far the reports are. */
function Reporting() {
  const t = messages.value.library;
  const { count } = numbers.value;
  const state = reporting.value;
  return (
    <div role="status" data-reporting={state.kind}>
      {state.kind === 'running' && (
        <div class="import-report">
          <label>
            {t.reporting(count(state.done), count(state.total))}
            <progress value={state.done} max={state.total} />
          </label>
          <div class="buttons">
            <button type="button" onClick={cancelReports}>
              {messages.value.encoding.cancel}
            </button>
          </div>
        </div>
      )}
      {state.kind === 'done' && (
        <p>
          {t.reported(state.texts, count)} {state.left > 0 && t.reportsLeft(state.left, count)}
        </p>
      )}
      {state.kind === 'cancelled' && <p>{t.reportsCancelled}</p>}
    </div>
  );
}
