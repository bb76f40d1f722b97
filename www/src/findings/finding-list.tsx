import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Finding } from '../engine/types';
import { namesOf } from '../card/card';
import { messages, numbers } from '../i18n';
import { result } from '../state/analysis';
import { closeCard, focusText, reveal, selected } from '../state/document';
import { hiddenFamilies } from '../state/settings';
import { contextOf } from './context';
import { ExportButtons } from './export';

/** Height of a row in pixels; the style sheet has the same. */
const ROW = 44;
/** Rows drawn above and below the visible ones. */
const SPARE = 6;
const CONTEXT = 24;

/** All findings as a concordance: each in its context, each leading to its place. */
export function FindingList() {
  const shown = useComputed(() => {
    const hidden = hiddenFamilies.value;
    return (result.value?.index.findings ?? []).flatMap(({ family }, i) =>
      hidden.has(family) ? [] : [i],
    );
  });
  if (!result.value) return null;
  const t = messages.value;
  const { count } = numbers.value;
  const rows = shown.value;
  const hiddenCount = result.value.index.size - rows.length;
  return (
    <section class="panel" aria-labelledby="findings-heading">
      <div class="panel-head">
        <h2 id="findings-heading">{t.findingsHeading}</h2>
        <ExportButtons />
      </div>
      <p class="small">
        {rows.length === 0 && hiddenCount === 0
          ? t.findingsNone
          : t.findingsCount(rows.length, count)}
        {hiddenCount > 0 && ` · ${t.findingsHidden(hiddenCount, count)}`}
      </p>
      {rows.length > 0 && <Rows rows={rows} />}
    </section>
  );
}

/** The rows in sight, in a box as high as all of them. */
function Rows({ rows }: { rows: readonly number[] }) {
  const list = useRef<HTMLDivElement>(null);
  const top = useSignal(0);
  const height = useSignal(480);
  const chosen = selected.value === null ? -1 : rows.indexOf(selected.value);

  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      height.value = element.clientHeight;
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [height]);

  // The text chose a finding: its row comes into sight.
  useEffect(() => {
    const element = list.current;
    if (!element || chosen < 0) return;
    const rowTop = chosen * ROW;
    if (rowTop < element.scrollTop) element.scrollTop = rowTop;
    else if (rowTop + ROW > element.scrollTop + element.clientHeight) {
      element.scrollTop = rowTop + ROW - element.clientHeight;
    }
  }, [chosen]);

  const choose = (row: number): void => {
    const i = rows[Math.min(Math.max(row, 0), rows.length - 1)];
    if (i !== undefined) reveal(i);
  };
  const page = Math.max(1, Math.floor(height.value / ROW) - 1);
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
      choose(rows.length - 1);
    },
    Escape: closeCard,
    Enter: () => {
      if (chosen < 0) choose(0);
      focusText();
    },
  };

  const first = Math.max(0, Math.floor(top.value / ROW) - SPARE);
  const last = Math.min(rows.length, Math.ceil((top.value + height.value) / ROW) + SPARE);
  const drawn = rows.slice(first, last).map((i, offset) => ({ i, row: first + offset }));
  return (
    <div
      ref={list}
      class="finding-list"
      role="listbox"
      tabIndex={0}
      aria-label={messages.value.findingsList}
      aria-activedescendant={chosen >= first && chosen < last ? `finding-${chosen}` : undefined}
      onScroll={(event) => {
        top.value = event.currentTarget.scrollTop;
      }}
      onKeyDown={(event) => {
        const action = event.altKey || event.ctrlKey || event.metaKey ? undefined : keys[event.key];
        if (!action) return;
        event.preventDefault();
        action();
      }}
    >
      <div class="finding-rows" role="presentation" style={{ height: `${rows.length * ROW}px` }}>
        {drawn.map(({ i, row }) => (
          <Row
            key={i}
            i={i}
            row={row}
            total={rows.length}
            chosen={row === chosen}
            onChoose={() => {
              choose(row);
            }}
          />
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  i: number;
  row: number;
  total: number;
  chosen: boolean;
  onChoose: () => void;
}

function Row({ i, row, total, chosen, onChoose }: RowProps) {
  const shown = result.value;
  const finding: Finding | undefined = shown?.index.findings[i];
  if (!shown || !finding) return null;
  const { left, right } = contextOf(shown.text, finding.start, finding.end, CONTEXT);
  const names = namesOf(finding);
  return (
    <div
      id={`finding-${row}`}
      class="finding"
      role="option"
      aria-selected={chosen}
      aria-posinset={row + 1}
      aria-setsize={total}
      aria-label={`${finding.text}, ${names.family}, ${names.subtype}`}
      data-tint={finding.family}
      style={{ transform: `translateY(${row * ROW}px)` }}
      onClick={onChoose}
    >
      <span class="finding-left">
        <bdi>{left}</bdi>
      </span>
      <span class="finding-marker">{finding.text}</span>
      <span class="finding-right">{right}</span>
      <span class="finding-kind">{names.subtype}</span>
    </div>
  );
}
