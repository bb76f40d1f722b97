import { useEffect, useMemo, useRef } from 'preact/hooks';
import { namesOf } from '../card/card';
import { messages, numbers } from '../i18n';
import { result } from '../state/analysis';
import { closeCard, focusText, reveal, selected } from '../state/document';
import { looksAtAll, ordering, rows } from '../state/lens';
import { setAside } from '../state/set-aside';
import { hiddenFamilies } from '../state/settings';
import { CONTEXT, ORDERS, type Order } from './concordance';
import { contextOf } from './context';
import { Filters } from './filters';
import { paragraphAt } from './paragraphs';
import { SetAsideList } from './set-aside-list';
import { useVirtualRows } from './virtual-rows';

/** Height of a row, in the size of the page's letters; the style sheet has the same. */
const ROW = 2.75;

const rowHeight = (): number =>
  ROW * parseFloat(getComputedStyle(document.documentElement).fontSize);

/** All findings as a concordance: each in its context, each leading to its place. */
export function FindingList() {
  const shown = result.value;
  if (!shown) return null;
  const t = messages.value;
  const { count } = numbers.value;
  const all = shown.index.size;
  const hidden = hiddenCount();
  const here = rows.value.length;
  return (
    <section class="panel" aria-labelledby="findings-heading">
      <div class="panel-head">
        <h2 id="findings-heading">{t.findingsHeading}</h2>
      </div>
      <SetAsideList />
      {all > 0 && <Filters />}
      <p class="small" role="status">
        {all === 0
          ? t.findingsNone
          : looksAtAll.value
            ? t.findingsCount(here, count)
            : t.reading.list.some(count(here), count(all - hidden))}
        {hidden > 0 && ` · ${t.findingsHidden(hidden, count)}`}
      </p>
      {all > 0 && (
        <div class="concordance">
          <Columns />
          {here > 0 ? <Rows /> : <p class="nothing">{t.reading.list.nothing}</p>}
        </div>
      )}
    </section>
  );
}

function hiddenCount(): number {
  const families = result.value?.report.summary.families ?? {};
  return [...hiddenFamilies.value].reduce((sum, id) => sum + (families[id]?.count ?? 0), 0);
}

/** The heads of the columns: each sorts by what stands below it. */
function Columns() {
  const t = messages.value.reading.list;
  const { order, descending } = ordering.value;
  const sort = (column: Order): void => {
    ordering.value = { order: column, descending: column === order && !descending };
  };
  return (
    <div class="columns" role="group" aria-label={t.order}>
      {ORDERS.map((column) => (
        <button
          key={column}
          type="button"
          class={`column-${column}`}
          data-sort={column}
          aria-pressed={column === order}
          aria-label={`${t.sortBy(t.columns[column])}${
            column === order ? `, ${descending ? t.descending : t.ascending}` : ''
          }`}
          onClick={() => {
            sort(column);
          }}
        >
          {column === 'position' ? t.paragraphHead : t.columns[column]}
          <span aria-hidden="true">{column === order ? (descending ? '↓' : '↑') : ''}</span>
        </button>
      ))}
    </div>
  );
}

/** The rows in sight, in a box as high as all of them. */
function Rows() {
  const element = useRef<HTMLDivElement>(null);
  const shown = rows.value;
  const chosen = selected.value === null ? -1 : shown.indexOf(selected.value);
  const height = useMemo(rowHeight, []);
  const virtual = useVirtualRows(element, shown.length, height);
  /** The row whose finding was set aside: the next one takes its place in the next report. */
  const vacated = useRef<{ row: number; shown: Uint32Array } | null>(null);

  // The text chose a finding: its row comes into sight.
  useEffect(() => {
    if (chosen >= 0) virtual.scrollToIndex(chosen);
  }, [chosen, virtual]);

  const choose = (row: number): void => {
    const i = shown[Math.min(Math.max(row, 0), shown.length - 1)];
    if (i !== undefined) reveal(i);
  };

  useEffect(() => {
    const place = vacated.current;
    if (!place || place.shown === shown) return;
    vacated.current = null;
    choose(place.row);
  });

  const page = Math.max(1, Math.floor((element.current?.clientHeight ?? 0) / height) - 1);
  const keys: Record<string, () => void> = {
    ArrowDown: () => {
      choose(chosen + 1);
    },
    ArrowUp: () => {
      choose(chosen < 0 ? 0 : chosen - 1);
    },
    PageDown: () => {
      choose(chosen + page);
    },
    PageUp: () => {
      choose(chosen - page);
    },
    Home: () => {
      choose(0);
    },
    End: () => {
      choose(shown.length - 1);
    },
    Escape: closeCard,
    Enter: () => {
      if (chosen < 0) choose(0);
      focusText();
    },
    Delete: () => {
      const i = shown[chosen];
      if (i === undefined) return;
      vacated.current = { row: chosen, shown };
      closeCard();
      setAside(i, 'here');
    },
  };

  const drawn = virtual.getVirtualItems();
  const isDrawn = drawn.some(({ index }) => index === chosen);
  return (
    <>
      <div
        ref={element}
        class="finding-list"
        role="listbox"
        tabIndex={0}
        aria-label={messages.value.findingsList}
        aria-describedby="list-keys"
        aria-activedescendant={isDrawn ? `finding-${chosen}` : undefined}
        onKeyDown={(event) => {
          const plain = !event.altKey && !event.ctrlKey && !event.metaKey;
          const action = plain ? keys[event.key] : undefined;
          if (!action) return;
          event.preventDefault();
          action();
        }}
      >
        <div
          class="finding-rows"
          role="presentation"
          style={{ height: `${virtual.getTotalSize()}px` }}
        >
          {drawn.map(({ index, start }) => (
            <Row
              key={shown[index]}
              i={shown[index] ?? 0}
              row={index}
              top={start}
              total={shown.length}
              chosen={index === chosen}
              onChoose={() => {
                choose(index);
              }}
            />
          ))}
        </div>
      </div>
      <p id="list-keys" class="visually-hidden">
        {messages.value.reading.list.keys}
      </p>
    </>
  );
}

interface RowProps {
  i: number;
  row: number;
  top: number;
  total: number;
  chosen: boolean;
  onChoose: () => void;
}

function Row({ i, row, top, total, chosen, onChoose }: RowProps) {
  const shown = result.value;
  const finding = shown?.index.findings[i];
  if (!shown || !finding) return null;
  const { left, right } = contextOf(shown.text, finding.start, finding.end, CONTEXT);
  const names = namesOf(finding);
  const paragraph = paragraphAt(shown.report.summary.paragraphs, finding.start) + 1;
  const place = messages.value.paragraphs(String(paragraph), String(paragraph));
  return (
    <div
      id={`finding-${row}`}
      class="finding"
      role="option"
      aria-selected={chosen}
      aria-posinset={row + 1}
      aria-setsize={total}
      aria-label={`${finding.text}, ${names.family}, ${names.subtype}, ${place}`}
      data-tint={finding.family}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onChoose}
    >
      <span class="finding-place">{numbers.value.count(paragraph)}</span>
      <span class="finding-left">
        <bdi>{left}</bdi>
      </span>
      <span class="finding-marker">{finding.text}</span>
      <span class="finding-right">{right}</span>
      <span class="finding-kind">{names.subtype}</span>
    </div>
  );
}
