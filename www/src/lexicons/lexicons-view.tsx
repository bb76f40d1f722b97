import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { provenEncoding, decode } from '../files/decode';
import { messages } from '../i18n';
import { lexicons, lexiconsKept, lexiconsRefused, saveLexicon } from '../state/lexicons';
import { LexiconEditor, type Draft } from './editor';
import { LexiconList } from './list';

/** Larger files are no lexicons. */
const MAX_BYTES = 20 * 1024 * 1024;

const HEADER = 'entry\tfamily\tsubtype\tnote\n';

/** What the view has to say about the last thing done. */
export interface Said {
  text: string;
  undo?: () => Promise<void>;
}

const freshId = (): string => crypto.randomUUID();

/** The reader's own lexicons: listed, switched, edited, imported and exported. */
export default function LexiconsView() {
  const t = messages.value.lexicons;
  const draft = useSignal<Draft | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const said = useSignal<readonly Said[]>([]);

  const take = async (files: readonly File[]): Promise<void> => {
    const told: Said[] = [];
    for (const file of files) told.push(await take1(file));
    said.value = told;
  };
  const take1 = async (file: File): Promise<Said> => {
    if (file.size > MAX_BYTES) return { text: t.tooLarge(file.name) };
    const bytes = await file.arrayBuffer().then(
      (buffer) => new Uint8Array(buffer),
      () => null,
    );
    const encoding = bytes && provenEncoding(bytes);
    if (!bytes || !encoding) return { text: t.unreadable(file.name) };
    const { text } = decode(bytes, encoding);
    const same = lexicons.value.find(({ table }) => table === text);
    if (same) return { text: t.same(file.name, same.name) };
    const name = file.name.replace(/\.[^.]*$/, '');
    const saved = await saveLexicon({ id: freshId(), name, table: text });
    if (saved.errors > 0) draft.value = { id: saved.id, name: saved.name, table: saved.table };
    return { text: t.imported(saved.name) };
  };

  return (
    <div class="view lexicons-view">
      <section class="panel" aria-labelledby="lexicons-heading">
        <div class="panel-head">
          <h2 id="lexicons-heading">{t.heading}</h2>
          <div class="buttons">
            <button
              type="button"
              onClick={() => {
                said.value = [];
                draft.value = { id: freshId(), name: t.newName, table: HEADER };
              }}
            >
              {t.add}
            </button>
            <button type="button" onClick={() => input.current?.click()}>
              {t.import}
            </button>
            <input
              ref={input}
              type="file"
              hidden
              accept=".tsv,.txt,.tab,text/tab-separated-values,text/plain"
              multiple
              data-import
              onChange={({ currentTarget }) => {
                const files = [...(currentTarget.files ?? [])];
                currentTarget.value = '';
                void take(files);
              }}
            />
          </div>
        </div>
        <p class="small">{t.explained}</p>
        <div role="status" class="lexicon-status">
          {said.value.map(({ text, undo }) => (
            <p class="notice" key={text}>
              <bdi>{text}</bdi>{' '}
              {undo && (
                <button
                  type="button"
                  class="link"
                  onClick={() => {
                    said.value = [];
                    void undo();
                  }}
                >
                  {t.undo}
                </button>
              )}
            </p>
          ))}
          {lexiconsRefused.value && (
            <p class="notice notice-warning">{t.refused(lexiconsRefused.value)}</p>
          )}
          {!lexiconsKept.value && <p class="notice notice-warning">{t.notKept}</p>}
        </div>
        {lexicons.value.length === 0 ? (
          <p>{t.empty}</p>
        ) : (
          <LexiconList
            onEdit={({ id, name, table }) => {
              said.value = [];
              draft.value = { id, name, table };
            }}
            onSay={(what) => {
              said.value = [what];
            }}
          />
        )}
      </section>
      {draft.value && (
        <LexiconEditor
          key={draft.value.id}
          draft={draft.value}
          onClose={(text) => {
            draft.value = null;
            said.value = text === null ? [] : [{ text }];
          }}
        />
      )}
    </div>
  );
}
