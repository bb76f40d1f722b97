/** Which text is open: each tab has its own, and a new one begins with the last. */
import { readPreference, writePreference } from './preferences';

const NAME = 'open-text';

export function readOpenText(): string | null {
  try {
    return sessionStorage.getItem(`cifeng.${NAME}`) ?? readPreference(NAME);
  } catch {
    return readPreference(NAME);
  }
}

export function writeOpenText(id: string): void {
  writePreference(NAME, id);
  try {
    sessionStorage.setItem(`cifeng.${NAME}`, id);
  } catch {
    // Denied: a reload opens the last text of all tabs.
  }
}

export function forgetOpenText(): void {
  writePreference(NAME, null);
  try {
    sessionStorage.removeItem(`cifeng.${NAME}`);
  } catch {
    // Denied: there was nothing.
  }
}
