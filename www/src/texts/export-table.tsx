import { saveFile } from '../exports/save';
import { messages } from '../i18n';
import { families } from '../state/analysis';
import { library, textNumbers } from '../state/library';
import { linesOfTable, tableAsCsv } from './table-export';

/** The table of all texts as a file. */
export function ExportTable() {
  const t = messages.value.library;
  const ids = families.value.map(({ id }) => id);
  return (
    <div class="buttons">
      <button
        type="button"
        onClick={() => {
          const csv = tableAsCsv(library.value, textNumbers.value, ids);
          // The byte order mark tells spreadsheets that this is UTF-8.
          saveFile('cifeng-texts.csv', [`\uFEFF${csv}`], 'text/csv');
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
    </div>
  );
}
