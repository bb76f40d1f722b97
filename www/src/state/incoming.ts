/** Files that come in: one is opened for reading, more of them and folders go into the library. */
import { collectChosen, collectDropped, type Found } from '../import/collect';
import { formatOf } from '../import/formats';
import { openFile } from './document';
import { openView, view } from './view';

export function takeDropped(data: DataTransfer): void {
  void collectDropped(data).then(take);
}

/** What was chosen in a dialog; a folder or archive goes into the library even if it is only one. */
export function takeChosen(files: Iterable<File>): void {
  void take(collectChosen(files));
}

async function take(found: readonly Found[]): Promise<void> {
  const [only] = found;
  const single = found.length === 1 && only?.folder === '' && formatOf(only.name) !== 'zip';
  if (single && view.peek() === 'read') {
    await openFile(await only.file());
    return;
  }
  if (found.length === 0) return;
  openView('texts');
  const { importFiles } = await import('../import/importing');
  await importFiles(found);
}
