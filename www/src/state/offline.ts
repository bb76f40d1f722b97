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
    },
    onOfflineReady() {
      offlineReady.value = true;
    },
    onRegisteredSW(_, registration) {
      if (registration) offerUpdates(registration);
    },
  });
}

/**
 * Offers a version that comes during a visit. On a first visit no service worker serves the page, so that a
 * new one need not wait for it, and the plugin would say nothing.
 */
function offerUpdates(registration: ServiceWorkerRegistration): void {
  registration.addEventListener('updatefound', () => {
    const next = registration.installing;
    if (!registration.active || !next) return;
    next.addEventListener('statechange', () => {
      if (next.state === 'installed') updateReady.value = true;
    });
  });
}

/** Takes the new version into use; the text is kept across the reload. */
export async function applyUpdate(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  const waiting = registration?.waiting;
  if (!waiting) {
    location.reload();
    return;
  }
  waiting.addEventListener('statechange', () => {
    if (waiting.state === 'activated') location.reload();
  });
  await activate?.(true);
}
