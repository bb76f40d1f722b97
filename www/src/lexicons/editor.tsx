import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { LexiconPreview } from '../engine/types';
import { messages, numbers } from '../i18n';
import { engineState } from '../state/analysis';
import { preview, saveLexicon } from '../state/lexicons';
import { language } from '../state/settings';
import { AddEntry } from './add-entry';
import { Preview } from './preview';

/** A lexicon that is being written. */
export interface Draft {
  id: string;
  name: string;
  table: string;
}

/** Longer tables are shown, but not put into a field that has to lay out every line. */
const EDITABLE = 400_000;
/** How long to wait for the next key before the table is read, in milliseconds. */
const PAUSE = 150;

interface EditorProps {
  draft: Draft;
  /** Closed, with what there is to say, or without saving. */
  onClose: (said: string | null) => void;
}

/** A table with what the analyser makes of it while it is written. */
export function LexiconEditor({ draft, onClose }: EditorProps) {
  const t = messages.value.lexicons;
  const name = useSignal(draft.name);
  const table = useSignal(draft.table);
  const read = useSignal<LexiconPreview | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const ready = engineState.value.kind === 'ready';
  const tongue = language.value;

  useEffect(() => {
    if (!ready) return;
    let gone = false;
    const timer = setTimeout(() => {
      preview(name.value, table.value).then(
        (told) => {
          if (!gone) read.value = told;
        },
        () => undefined,
      );
    }, PAUSE);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [name.value, table.value, ready, tongue, name, table, read]);

  const showLine = (line: number): void => {
    const area = field.current;
    if (!area) return;
    const lines = area.value.split('\n');
    const start = lines.slice(0, line - 1).reduce((at, each) => at + each.length + 1, 0);
    area.focus();
    area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  };

  return (
    <section class="panel lexicon-editor" aria-labelledby="lexicon-editor-heading">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void saveLexicon({ id: draft.id, name: name.value, table: table.value }).then((saved) => {
            onClose(t.saved(saved.name));
          });
        }}
      >
        <h2 id="lexicon-editor-heading">
          <bdi>{draft.name}</bdi>
        </h2>
        <label class="field">
          <span>{t.name}</span>
          <input
            type="text"
            dir="auto"
            required
            maxLength={60}
            value={name.value}
            onInput={({ currentTarget }) => {
              name.value = currentTarget.value;
            }}
          />
        </label>
        {table.value.length > EDITABLE ? (
          <p>{t.tooLong(numbers.value.count(table.value.split('\n').length))}</p>
        ) : (
          <>
            <AddEntry
              onAdd={(line) => {
                const own = table.value;
                table.value = `${own}${own === '' || own.endsWith('\n') ? '' : '\n'}${line}\n`;
              }}
              columns={headerOf(table.value)}
            />
            <label class="field">
              <span>{t.table}</span>
              <textarea
                ref={field}
                rows={10}
                wrap="off"
                spellcheck={false}
                aria-describedby="lexicon-table-hint"
                value={table.value}
                onInput={({ currentTarget }) => {
                  table.value = currentTarget.value;
                }}
              />
            </label>
            <p class="small" id="lexicon-table-hint">
              {t.tableHint}
            </p>
          </>
        )}
        {read.value && <Preview read={read.value} onLine={showLine} />}
        <div class="buttons">
          <button type="submit" class="primary" disabled={!ready}>
            {t.save}
          </button>
          <button
            type="button"
            onClick={() => {
              onClose(null);
            }}
          >
            {t.cancel}
          </button>
        </div>
      </form>
    </section>
  );
}

/** The names of the table's columns. */
function headerOf(table: string): string[] {
  const header = table
    .split(/\r\n|\n|\r/)
    .find((line) => line.trim() !== '' && !line.startsWith('#'));
  return header?.replace('\uFEFF', '').split('\t') ?? [];
}
