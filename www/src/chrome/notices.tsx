import type { ComponentChildren } from 'preact';
import { MAX_CHARS } from '../engine/protocol';
import { ENCODING_NAMES } from '../files/decode';
import { messages, numbers } from '../i18n';
import { analyzeAgain, engineState, outcome, retryLoading } from '../state/analysis';
import {
  changeEncoding,
  notice,
  undoChange,
  undoOpening,
  type Notice,
  type Undo,
} from '../state/document';
import { justCleared } from '../state/clearing';
import { elsewhere, keeping } from '../state/open-text';
import { lastSetAside, putBack } from '../state/set-aside';
import { applyUpdate, updateReady } from '../state/offline';
import { storeIsNewer } from '../storage/database';

/** Everything the page has to say about the text, above the text. */
export function Notices() {
  return (
    <div class="notices" role="status">
      <UpdateNotice />
      {justCleared && <Say>{messages.value.clearing.done}</Say>}
      <OutcomeNotice />
      <NewerStoreNotice />
      <KeptNotice />
      <ElsewhereNotice />
      <SetAsideNotice />
      {notice.value && <TextNotice said={notice.value} />}
    </div>
  );
}

/** The analyser could not be loaded: what failed, and how to go on. */
export function FailureNotice() {
  const state = engineState.value;
  if (state.kind !== 'failed') return null;
  const t = messages.value.failure;
  return (
    <section class="failure" role="alert">
      <h2>{t.heading}</h2>
      <p>
        {t[state.part]} {t.advice}
      </p>
      <p class="small">{t.reason(state.detail)}</p>
      <button type="button" class="primary" onClick={retryLoading}>
        {t.retry}
      </button>
    </section>
  );
}

function Say({ tone, children }: { tone?: 'warning'; children: ComponentChildren }) {
  return <p class={tone ? `notice notice-${tone}` : 'notice'}>{children}</p>;
}

function Action({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" class="link" onClick={onClick}>
      {label}
    </button>
  );
}

function UpdateNotice() {
  if (!updateReady.value) return null;
  const t = messages.value;
  return (
    <Say>
      {t.updateReady} <Action label={t.reload} onClick={() => void applyUpdate()} />
    </Say>
  );
}

/** The texts were kept by a newer version of the page than this one. */
export function NewerStoreNotice() {
  if (!storeIsNewer.value) return null;
  const t = messages.value;
  return (
    <Say tone="warning">
      {t.newerStore} <Action label={t.reload} onClick={() => void applyUpdate()} />
    </Say>
  );
}

function OutcomeNotice() {
  const t = messages.value;
  const { count } = numbers.value;
  const last = outcome.value;
  if (last.kind === 'too-long') {
    return <Say tone="warning">{t.tooLong(count(last.chars), count(last.limit))}</Say>;
  }
  if (last.kind === 'crashed' || last.kind === 'stuck') {
    return (
      <Say tone="warning">
        {t[last.kind]} <Action label={t.analyseAgain} onClick={analyzeAgain} />
      </Say>
    );
  }
  return null;
}

function KeptNotice() {
  const t = messages.value;
  if (keeping.value === 'kept') return null;
  return <Say tone="warning">{keeping.value === 'full' ? t.storageFull : t.notKept}</Say>;
}

/** What another tab did to the same text. */
function ElsewhereNotice() {
  const t = messages.value.elsewhere;
  const done = elsewhere.value;
  if (!done) return null;
  return (
    <Say tone="warning">
      {done.kind === 'split' ? t.split(done.name) : t.deleted}{' '}
      <Action
        label={messages.value.dismiss}
        onClick={() => {
          elsewhere.value = null;
        }}
      />
    </Say>
  );
}

/** A finding was set aside: what, and the way back. */
function SetAsideNotice() {
  const last = lastSetAside.value;
  if (!last) return null;
  const t = messages.value;
  const { done, doneEverywhere } = t.reading.setAside;
  return (
    <Say>
      {last.place ? done(last.text) : doneEverywhere(last.text)}{' '}
      <Action
        label={t.undo}
        onClick={() => {
          putBack(last);
        }}
      />
    </Say>
  );
}

function TextNotice({ said }: { said: Notice }) {
  const t = messages.value;
  const { count, short } = numbers.value;
  const undo = <Action label={t.undo} onClick={undoChange} />;
  const goBack = (back: Undo) => <Action label={t.undo} onClick={() => void undoOpening(back)} />;
  switch (said.kind) {
    case 'cleared':
      return (
        <Say>
          {t.textCleared} {undo}
        </Say>
      );
    case 'replaced':
      return (
        <Say>
          {t.textReplaced} {undo}
        </Say>
      );
    case 'set-aside':
      return (
        <Say>
          {t.textSetAside(said.name)} {goBack(said.undo)}
        </Say>
      );
    case 'opened':
      return (
        <Say>
          {t.encoding.used(said.file.name, ENCODING_NAMES[said.encoding])}
          {said.damaged > 0 && ` (${t.encoding.damaged(count(said.damaged))})`}{' '}
          <Action
            label={t.encoding.change}
            onClick={() => {
              changeEncoding(said.file, said.encoding, said.undo);
            }}
          />{' '}
          {said.undo && goBack(said.undo)}
        </Say>
      );
    case 'reading':
      return <Say>{t.importing.reading(said.name)}</Say>;
    case 'document':
      return (
        <Say>
          {t.importing.opened(said.name)} {said.undo && goBack(said.undo)}
        </Say>
      );
    case 'refused':
      return (
        <Say tone="warning">
          {t.importing.refused(said.name)} {t.importing.reasons[said.reason]}
        </Say>
      );
    case 'file-too-long':
      return (
        <Say tone="warning">
          {t.fileTooLong(said.name, short(said.bytes / 1_000_000), count(MAX_CHARS))}
        </Say>
      );
    case 'file-unreadable':
      return <Say tone="warning">{t.fileUnreadable(said.name)}</Say>;
    case 'file-empty':
      return <Say tone="warning">{t.fileEmpty(said.name)}</Say>;
  }
}
