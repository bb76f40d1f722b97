/** The service worker: the page works without a network once it was visited. */
import { signal } from '@preact/signals';
import { registerSW } from 'virtual:pwa-register';
import { justCleared } from './clearing';

/** A new version is installed and waits for a reload. */
export const updateReady = signal(false);
/** Everything is on this device now. */
export const offlineReady = signal(false);

let activate: ((reload?: boolean) => Promise<void>) | null = null;

/** Has everything kept for use without a network; not on the visit on which all was cleared. */
export function registerOffline(): void {
  if (justCleared) return;
  activate = registerSW({
    onNeedRefresh() {
      updateReady.value = true;
      void reloadOnceInUse();
    },
    // The plugin would leave a page as it is that no service worker served, as on the first visit.
    onNeedReload: () => undefined,
    onOfflineReady() {
      offlineReady.value = true;
    },
  });
}

/** Loads this page again, in whichever tab the new version was taken into use. */
async function reloadOnceInUse(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  const waiting = registration?.waiting;
  waiting?.addEventListener('statechange', () => {
    if (waiting.state === 'activated') location.reload();
  });
}

/** Takes the new version into use; the text is kept across the reload. */
export function applyUpdate(): void {
  void activate?.(true);
}
