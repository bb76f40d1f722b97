import { useEffect } from 'preact/hooks';
import { Announcer } from './chrome/announcer';
import { DropTarget } from './chrome/drop-target';
import { Later, LaterView } from './chrome/later-view';
import { LicenseLink } from './chrome/license-link';
import { Masthead } from './chrome/masthead';
import { Navigation } from './chrome/navigation';
import { Welcome } from './chrome/welcome';
import { TextPanel } from './editor/text-panel';
import { EncodingDialog } from './files/encoding-dialog';
import { messages } from './i18n';
import { Counts } from './panels/counts';
import { Facts } from './panels/facts';
import { loadPanels } from './panels/load';
import { result } from './state/analysis';
import { focusText, isEmpty } from './state/document';
import { view } from './state/view';

/** The whole page: one view at a time. */
export function App() {
  const t = messages.value;
  useEffect(() => {
    document.title = t.title;
  }, [t]);
  return (
    <>
      <button type="button" class="skip-link" onClick={focusText}>
        {t.skipToText}
      </button>
      <Masthead />
      <Navigation />
      <main>
        <ReadView />
        <LaterView />
      </main>
      <Colophon />
      <Announcer />
      <DropTarget />
      <EncodingDialog />
    </>
  );
}

/** The text on one side, what was found in it on the other. It stays, unseen, behind other views. */
function ReadView() {
  return (
    <div class="desk" hidden={view.value !== 'read'}>
      <TextPanel />
      <div class="panels">
        <Welcome />
        {!isEmpty.value && (
          <>
            <Facts />
            <Counts />
            <Later load={loadPanels} />
          </>
        )}
      </div>
    </div>
  );
}

function Colophon() {
  const t = messages.value;
  const analyzer = result.value?.report.analyzer;
  return (
    <footer class="colophon">
      <p>{t.privacy}</p>
      <p>
        {analyzer && <span>{t.madeBy(analyzer.version, analyzer.lexicon)}</span>}
        {import.meta.env.MODE !== 'single' && (
          <>
            <a href="./methods.html">{t.methods}</a>
            <a href="./check.html">{t.checkYourself}</a>
          </>
        )}
        <LicenseLink name="licenses-data">{t.dataLicenses}</LicenseLink>
        <LicenseLink name="licenses-software">{t.softwareLicenses}</LicenseLink>
        <LicenseLink name="licenses-rust">{t.crateLicenses}</LicenseLink>
      </p>
    </footer>
  );
}
