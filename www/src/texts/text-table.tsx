import { useComputed, useSignal } from '@preact/signals';
import { messages, numbers } from '../i18n';
import { localized } from '../i18n/language';
import { families } from '../state/analysis';
import { openKept } from '../state/document';
import { library, renameText, textNumbers } from '../state/library';
import { openEntry } from '../state/open-text';
import { language } from '../state/settings';
import { deleteWithUndo } from './deletion';
import { rowOf, sorted, type Column, type Order, type TextRow } from './rows';

/** Rows drawn at a time: ten thousand would make the page slow, and nobody reads them. */
const PAGE = 100;

/** All texts with their numbers; a click on a heading sorts, one on a name opens the text. */
export function TextTable() {
  const order = useSignal<Order>({ column: 'changedAt', descending: true });
  const page = useSignal(0);
  const renaming = useSignal<string | null>(null);
  const rows = useComputed(() => {
    const known = textNumbers.value;
    const all = library.value.map((entry) => rowOf(entry, known.get(entry.id)));
    return sorted(all, order.value, language.value);
  });
  const t = messages.value.library;
  const hasFolders = rows.value.some(({ folder }) => folder !== '');
  const columns: [Column, string, boolean][] = [
    ['title', t.name, false],
    ...(hasFolders ? [['folder', t.folder, false] as [Column, string, boolean]] : []),
    ['han', t.han, true],
    ['script', messages.value.facts.script, false],
    ...families.value.map(({ id, name }): [Column, string, boolean] => [
      `rate/${id}`,
      localized(name, language.value),
      true,
    ]),
    ['changedAt', t.changed, false],
  ];
  const last = Math.max(0, Math.ceil(rows.value.length / PAGE) - 1);
  const shownPage = Math.min(page.value, last);
  const shown = rows.value.slice(shownPage * PAGE, (shownPage + 1) * PAGE);

  const sortBy = (column: Column, isNumber: boolean): void => {
    const { column: before, descending } = order.value;
    const first = isNumber || column === 'changedAt';
    order.value = { column, descending: column === before ? !descending : first };
    page.value = 0;
  };
  return (
    <>
      <p class="small">{t.count(rows.value.length, numbers.value.count)}</p>
      <div
        class="scroller"
        tabIndex={0}
        role="region"
        aria-label={`${t.heading}: ${messages.value.asTable}`}
      >
        <table class="texts">
          <thead>
            <tr>
              {columns.map(([column, name, isNumber]) => (
                <th
                  key={column}
                  scope="col"
                  class={isNumber ? 'number' : undefined}
                  aria-sort={
                    order.value.column !== column
                      ? undefined
                      : order.value.descending
                        ? 'descending'
                        : 'ascending'
                  }
                >
                  <button
                    type="button"
                    class="sort"
                    onClick={() => {
                      sortBy(column, isNumber);
                    }}
                  >
                    {name}
                  </button>
                </th>
              ))}
              <th scope="col">
                <span class="visually-hidden">{t.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row
                key={row.id}
                row={row}
                hasFolders={hasFolders}
                renaming={renaming.value === row.id}
                startRenaming={() => {
                  renaming.value = row.id;
                }}
                stopRenaming={() => {
                  renaming.value = null;
                }}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p class="small">{t.ratesExplained}</p>
      {last > 0 && (
        <Pages
          first={shownPage * PAGE + 1}
          last={shownPage * PAGE + shown.length}
          total={rows.value.length}
          turn={(by) => {
            page.value = Math.min(Math.max(shownPage + by, 0), last);
          }}
        />
      )}
    </>
  );
}

interface RowProps {
  row: TextRow;
  hasFolders: boolean;
  renaming: boolean;
  startRenaming: () => void;
  stopRenaming: () => void;
}

function Row({ row, hasFolders, renaming, startRenaming, stopRenaming }: RowProps) {
  const t = messages.value.library;
  const { count, rate } = numbers.value;
  const isOpen = row.id === openEntry.value.id;
  return (
    <tr data-text={row.id} class={isOpen ? 'open' : undefined}>
      <th scope="row">
        {renaming ? (
          <NameField row={row} done={stopRenaming} />
        ) : (
          <button
            type="button"
            class="link"
            title={row.title}
            onClick={() => void openKept(row.id)}
          >
            {row.title}
          </button>
        )}
        {isOpen && <span class="small"> {t.open}</span>}
      </th>
      {hasFolders && <td>{row.folder}</td>}
      <td class="number" data-fact="han">
        {row.han === null ? '–' : count(row.han)}
      </td>
      <td>{row.script === null ? '–' : messages.value.script[row.script]}</td>
      {families.value.map(({ id }) => {
        const own = row.rates.get(id);
        return (
          <td key={id} class="number" data-family={id}>
            {own === undefined ? '–' : rate(own)}
          </td>
        );
      })}
      <td class="small date">
        {new Date(row.changedAt).toLocaleString(language.value, {
          dateStyle: 'medium',
          timeStyle: 'short',
        })}
      </td>
      <td>
        <div class="buttons">
          <button
            type="button"
            class="quiet"
            aria-label={t.renameText(row.title)}
            onClick={startRenaming}
          >
            {t.rename}
          </button>
          <button
            type="button"
            class="quiet"
            aria-label={t.deleteText(row.title)}
            onClick={() => void deleteWithUndo([row.id])}
          >
            {t.delete}
          </button>
        </div>
      </td>
    </tr>
  );
}

function NameField({ row, done }: { row: TextRow; done: () => void }) {
  const t = messages.value.library;
  return (
    <form
      class="name-field"
      onSubmit={(event) => {
        event.preventDefault();
        const field = event.currentTarget.elements.namedItem('name') as HTMLInputElement;
        void renameText(row.id, field.value).then(done);
      }}
    >
      <input
        name="name"
        maxLength={200}
        defaultValue={row.title}
        aria-label={t.newName(row.title)}
        ref={(field) => {
          field?.select();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') done();
        }}
      />
      <button type="submit">{t.rename}</button>
    </form>
  );
}

interface PagesProps {
  first: number;
  last: number;
  total: number;
  turn: (by: -1 | 1) => void;
}

function Pages({ first, last, total, turn }: PagesProps) {
  const t = messages.value.library;
  const { count } = numbers.value;
  return (
    <div class="pages" role="group" aria-label={t.pages}>
      <button
        type="button"
        disabled={first === 1}
        onClick={() => {
          turn(-1);
        }}
      >
        {t.previousPage}
      </button>
      <span class="small">{t.shownRows(count(first), count(last), count(total))}</span>
      <button
        type="button"
        disabled={last === total}
        onClick={() => {
          turn(1);
        }}
      >
        {t.nextPage}
      </button>
    </div>
  );
}
