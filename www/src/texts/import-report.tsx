import { useRef } from 'preact/hooks';
import { messages, numbers } from '../i18n';
import { cancelImport, dismissImport, importing, type Skipped } from '../import/importing';
import { ACCEPTED, type SkipReason } from '../import/formats';
import { takeChosen } from '../state/incoming';

/** Names that are listed for each reason. */
const LISTED = 20;

/** The ways to add many texts: by their files, or by a folder. */
export function AddButtons() {
  const t = messages.value.importing;
  const running = importing.value?.state === 'running';
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const chosen = (event: { currentTarget: HTMLInputElement }): void => {
    const list = [...(event.currentTarget.files ?? [])];
    event.currentTarget.value = '';
    takeChosen(list);
  };
  return (
    <>
      <button type="button" disabled={running} onClick={() => files.current?.click()}>
        {t.addFiles}
      </button>
      <button type="button" disabled={running} onClick={() => folder.current?.click()}>
        {t.addFolder}
      </button>
      <input
        ref={files}
        data-add="files"
        type="file"
        accept={ACCEPTED}
        multiple
        hidden
        onChange={chosen}
      />
      <input
        ref={folder}
        data-add="folder"
        type="file"
        // @ts-expect-error -- all browsers know it, the types do not.
        webkitdirectory
        hidden
        onChange={chosen}
      />
    </>
  );
}

/** How far an import is, and in the end what came of it. */
export function ImportReport() {
  const t = messages.value.importing;
  const { count } = numbers.value;
  const run = importing.value;
  if (!run) return null;
  const running = run.state === 'running';
  const crashes = run.skipped.filter(({ reason }) => reason === 'crash').length;
  return (
    <section class="import-report" aria-label={t.heading} data-import={run.state}>
      {running && (
        <>
          <label>
            {t.progress(count(run.done), count(run.total))}
            <progress value={run.done} max={Math.max(1, run.total)} />
          </label>
          <p class="small import-name">{run.name}</p>
        </>
      )}
      <p role="status">
        {run.state === 'done' && t.done(run.added, count)}
        {run.state === 'cancelled' && t.cancelled(run.added, count)}
        {run.state === 'full' && t.full(run.added, count)}
        {!running && run.guessed > 0 && ` ${t.guessed(run.guessed, count)}`}
        {!running && crashes > 0 && ` ${t.crashed(crashes, count)}`}
      </p>
      {!running && run.skipped.length > 0 && <SkippedFiles skipped={run.skipped} />}
      <div class="buttons">
        {running ? (
          <button type="button" onClick={cancelImport}>
            {messages.value.encoding.cancel}
          </button>
        ) : (
          <button type="button" class="quiet" onClick={dismissImport}>
            {messages.value.dismiss}
          </button>
        )}
      </div>
    </section>
  );
}

function SkippedFiles({ skipped }: { skipped: readonly Skipped[] }) {
  const t = messages.value.importing;
  const { count } = numbers.value;
  const groups = new Map<SkipReason, string[]>();
  for (const { path, reason } of skipped) {
    groups.set(reason, [...(groups.get(reason) ?? []), path]);
  }
  return (
    <details class="skipped" open={skipped.length <= LISTED}>
      <summary>{t.skipped(skipped.length, count)}</summary>
      <dl>
        {[...groups].map(([reason, paths]) => (
          <div key={reason} data-reason={reason}>
            <dt>
              {t.reasons[reason]} ({count(paths.length)})
            </dt>
            {paths.slice(0, LISTED).map((path) => (
              <dd key={path}>
                <bdi>{path}</bdi>
              </dd>
            ))}
            {paths.length > LISTED && <dd>{t.andMore(count(paths.length - LISTED))}</dd>}
          </div>
        ))}
      </dl>
    </details>
  );
}
