/** One button clears everything that this page keeps in the browser. */
import { deleteDB } from 'idb';
import { closeDatabase, DATABASE, withinSeconds } from '../storage/database';
import { forgetOpenText } from '../storage/last-open';
import { preferenceNames, writePreference } from '../storage/preferences';
import { hearTabs, tellTabs } from '../storage/tabs';

/** Marks, in the browser's own history entry, a page that was loaded anew because of clearing. */
const CLEARED = 'cifeng-cleared';

/** Whether everything was cleared just before the page was loaded. */
export const justCleared = (history.state as { reason?: string } | null)?.reason === CLEARED;

if (justCleared) history.replaceState(null, '');

/** While this runs, nothing may be saved any more. */
export let clearing = false;

function startAnew(): void {
  clearing = true;
  history.replaceState({ reason: CLEARED }, '', location.pathname);
  location.reload();
}

/**
 * Deletes texts, settings, lexicons and everything else that is kept, and the program's own copy for
 * offline use where there is a network to fetch it again. Then the page starts anew.
 */
export async function clearEverything(): Promise<void> {
  clearing = true;
  for (const name of preferenceNames('')) writePreference(name, null);
  forgetOpenText();
  // Other tabs let go of the database, and forget what they hold.
  tellTabs({ type: 'cleared' });
  closeDatabase();
  await withinSeconds(5, deleteDB(DATABASE)).catch(() => undefined);
  if (navigator.onLine) await clearProgram().catch(() => undefined);
  startAnew();
}

async function clearProgram(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.unregister();
  const scope = new URL('./', location.href).href;
  const own = (await caches.keys()).filter((name) => name.endsWith(scope));
  await Promise.all(own.map((name) => caches.delete(name)));
}

hearTabs((message) => {
  if (message.type === 'cleared') startAnew();
});
