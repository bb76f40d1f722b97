import { messages } from '../i18n';
import { families } from '../state/analysis';
import { library, textNumbers } from '../state/library';
import { linesOfTable, tableAsCsv } from './table-export';

function download(content: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}

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
          download(`\uFEFF${csv}`, 'cifeng-texts.csv', 'text/csv');
        }}
      >
        {t.downloadCsv}
      </button>
      <button
        type="button"
        onClick={() => {
          const lines = linesOfTable(library.value, textNumbers.value);
          download(lines, 'cifeng-texts.jsonl', 'application/jsonl');
        }}
      >
        {t.downloadJsonl}
      </button>
    </div>
  );
}
