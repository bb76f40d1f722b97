import { signal } from '@preact/signals';
import { messages, numbers } from '../i18n';
import { openNew } from '../state/document';
import { deleteTexts, restoreTexts } from '../state/library';
import { openEntry } from '../state/open-text';
import { openView } from '../state/view';

/** The texts that were deleted last; they can come back. */
const deleted = signal<readonly string[]>([]);

export async function deleteWithUndo(ids: readonly string[]): Promise<void> {
  await deleteTexts(ids);
  deleted.value = ids;
  if (!ids.includes(openEntry.value.id)) return;
  await openNew();
  openView('texts');
}

/** Says what was deleted, and offers to bring it back. */
export function LastDeletion() {
  const t = messages.value;
  const ids = deleted.value;
  if (ids.length === 0) return null;
  return (
    <p class="notice">
      {t.library.deleted(ids.length, numbers.value.count)}{' '}
      <button
        type="button"
        class="link"
        onClick={() => {
          deleted.value = [];
          void restoreTexts(ids);
        }}
      >
        {t.undo}
      </button>
    </p>
  );
}
