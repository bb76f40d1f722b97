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

/** Says whether the browser kept it. Where it does not, a setting holds until the page is closed. */
export function writePreference(name: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, value);
    return true;
  } catch {
    return false;
  }
}

/** The names that begin in a certain way. */
export function preferenceNames(beginning: string): string[] {
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(PREFIX + beginning))
      .map((name) => name.slice(PREFIX.length));
  } catch {
    return [];
  }
}
