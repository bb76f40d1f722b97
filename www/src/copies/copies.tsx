import { signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { saveFile } from '../exports/save';
import { messages, numbers } from '../i18n';
import { openEntry, save } from '../state/open-text';
import { followLexicons } from '../state/lexicons';
import { loadSetAside } from '../state/set-aside';
import { tellTabs } from '../storage/tabs';
import { copyOfLibrary } from './saving';
import { takeIn, type Outcome } from './taking';

type Said = { kind: 'idle' | 'running' } | Outcome;

/** What the last copy was, or that one is being made or read. */
const said = signal<Said>({ kind: 'idle' });

async function saveCopy(): Promise<void> {
  said.value = { kind: 'running' };
  try {
    await save();
    saveFile('cifeng-library.jsonl', [await copyOfLibrary()], 'application/jsonl');
  } finally {
    said.value = { kind: 'idle' };
  }
}

async function take(file: File): Promise<void> {
  said.value = { kind: 'running' };
  await save();
  said.value = await takeIn(file).catch((): Outcome => ({ kind: 'unreadable' }));
  tellTabs({ type: 'lexicons' });
  tellTabs({ type: 'exceptions', id: null });
  await Promise.all([followLexicons(), loadSetAside(null), loadSetAside(openEntry.peek().id)]);
}

/** A copy of all texts as a file, and the way back from it. */
export function Copies() {
  const t = messages.value.copies;
  const input = useRef<HTMLInputElement>(null);
  const busy = said.value.kind === 'running';
  return (
    <section class="panel" aria-labelledby="copies-heading">
      <div class="panel-head">
        <h2 id="copies-heading">{t.heading}</h2>
        <div class="buttons">
          <button type="button" disabled={busy} onClick={() => void saveCopy()}>
            {t.save}
          </button>
          <button type="button" disabled={busy} onClick={() => input.current?.click()}>
            {t.take}
          </button>
          <input
            ref={input}
            data-copy
            type="file"
            accept=".jsonl,application/jsonl"
            hidden
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              currentTarget.value = '';
              if (file) void take(file);
            }}
          />
        </div>
      </div>
      <p class="small">{t.explained}</p>
      <p role="status" data-copies={said.value.kind}>
        {sentence(said.value)}
      </p>
    </section>
  );
}

function sentence(outcome: Said): string {
  const t = messages.value.copies;
  const { count } = numbers.value;
  switch (outcome.kind) {
    case 'idle':
      return '';
    case 'running':
      return t.running;
    case 'taken':
      return [
        t.added(outcome.added, count),
        outcome.same > 0 ? t.same(outcome.same, count) : '',
        outcome.lexicons > 0 ? t.lexicons(outcome.lexicons, count) : '',
        outcome.unread > 0 ? t.unread(outcome.unread, count) : '',
        outcome.full ? t.full : '',
      ]
        .filter(Boolean)
        .join(' ');
    default:
      return t[outcome.kind];
  }
}
