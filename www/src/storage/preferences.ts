/**
 * Small settings in localStorage, under names of our own. Where storage is denied, settings last
 * as long as the page. `public/before-paint.js` reads `language` and `theme`, too.
 */
const PREFIX = 'cifeng.';

export function readPreference(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

export function writePreference(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, value);
  } catch {
    // Denied or full: the setting holds until the page is closed.
  }
}
