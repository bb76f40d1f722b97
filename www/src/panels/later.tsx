import { ExportPanel } from '../exports/export-panel';
import { prepareForPrint } from '../exports/print-view';
import { FindingList } from '../findings/finding-list';
import { Along } from './along';
import { TimingsPanel } from './timings';
import { Voices } from './voices';

/** The panels that come after the first report. */
export default function LaterPanels() {
  return (
    <>
      <Voices />
      <Along />
      <FindingList />
      <ExportPanel />
      <TimingsPanel />
    </>
  );
}

prepareForPrint();
