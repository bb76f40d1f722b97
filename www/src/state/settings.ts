/** The reader's choices; kept in this browser, never in the address. */
import { effect, signal } from '@preact/signals';
import { isLanguage, preferredLanguage, type Language } from '../i18n/language';
import { readPreference, writePreference } from '../storage/preferences';

export type Theme = 'system' | 'light' | 'dark';
export const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

const isTheme = (value: unknown): value is Theme => THEMES.includes(value as Theme);

const keptLanguage = readPreference('language');
const keptTheme = readPreference('theme');

/** The language of the interface and of every explanation. */
export const language = signal<Language>(
  isLanguage(keptLanguage) ? keptLanguage : preferredLanguage(navigator.languages),
);

export const theme = signal<Theme>(isTheme(keptTheme) ? keptTheme : 'system');

/** Ids of the families that are switched off: counted, but neither highlighted nor listed. */
export const hiddenFamilies = signal<ReadonlySet<string>>(
  new Set(readPreference('hidden-families')?.split(' ').filter(Boolean)),
);

export function chooseLanguage(choice: Language): void {
  language.value = choice;
  writePreference('language', choice);
}

export function chooseTheme(choice: Theme): void {
  theme.value = choice;
  writePreference('theme', choice === 'system' ? null : choice);
}

export function showFamily(id: string, shown: boolean): void {
  const hidden = new Set(hiddenFamilies.value);
  if (shown) hidden.delete(id);
  else hidden.add(id);
  hiddenFamilies.value = hidden;
  writePreference('hidden-families', hidden.size > 0 ? [...hidden].join(' ') : null);
}

effect(() => {
  document.documentElement.lang = language.value;
});

effect(() => {
  if (theme.value === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme.value;
});
