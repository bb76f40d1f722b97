import { useEffect } from 'preact/hooks';
import { Copies } from '../copies/copies';
import { messages } from '../i18n';
import { NewerStoreNotice } from '../chrome/notices';
import { openNew } from '../state/document';
import { library, loadLibrary } from '../state/library';
import { storeIsNewer } from '../storage/database';
import { ClearEverything } from './clear-everything';
import { TextTable } from './text-table';
import { LastDeletion } from './deletion';
import { ExportTable } from './export-table';
import { AddButtons, ImportReport } from './import-report';

/** The library: all texts that are kept in this browser. */
export default function TextsView() {
  const t = messages.value.library;
  useEffect(() => {
    void loadLibrary();
  }, []);
  return (
    <div class="view texts-view">
      <section class="panel" aria-labelledby="texts-heading">
        <div class="panel-head">
          <h2 id="texts-heading">{t.heading}</h2>
          <div class="buttons">
            <AddButtons />
            <button type="button" onClick={() => void openNew()}>
              {messages.value.newText}
            </button>
          </div>
        </div>
        <p class="small">{t.explained}</p>
        <div role="status">
          <NewerStoreNotice />
          <LastDeletion />
        </div>
        <ImportReport />
        {library.value.length === 0 ? (
          !storeIsNewer.value && <p>{t.empty}</p>
        ) : (
          <>
            <TextTable />
            <ExportTable />
          </>
        )}
      </section>
      <Copies />
      <ClearEverything />
    </div>
  );
}
