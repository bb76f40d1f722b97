import { useEffect } from 'preact/hooks';
import { Announcer } from './chrome/announcer';
import { DropTarget } from './chrome/drop-target';
import { Masthead } from './chrome/masthead';
import { Welcome } from './chrome/welcome';
import { TextPanel } from './editor/text-panel';
import { EncodingDialog } from './files/encoding-dialog';
import { FindingList } from './findings/finding-list';
import { messages } from './i18n';
import { Counts } from './panels/counts';
import { Dispersion } from './panels/dispersion';
import { Facts } from './panels/facts';
import { Voices } from './panels/voices';
import { result } from './state/analysis';
import { focusText, isEmpty } from './state/document';

/** The whole page: the text on one side, what was found in it on the other. */
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
      <main class="desk">
        <TextPanel />
        <div class="panels">
          <Welcome />
          {!isEmpty.value && (
            <>
              <Facts />
              <Counts />
              <Voices />
              <Dispersion />
              <FindingList />
            </>
          )}
        </div>
      </main>
      <Colophon />
      <Announcer />
      <DropTarget />
      <EncodingDialog />
    </>
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
        <a href="./licenses-data.txt">{t.dataLicenses}</a>
        <a href="./licenses-software.txt">{t.softwareLicenses}</a>
      </p>
    </footer>
  );
}
