/** The languages of the interface, as BCP 47 tags. */
import type { Localized } from '../engine/types';

export type Language = 'en' | 'zh-Hant' | 'zh-Hans';

export const LANGUAGES: readonly { id: Language; name: string; short: string }[] = [
  { id: 'en', name: 'English', short: 'EN' },
  { id: 'zh-Hant', name: '繁體中文', short: '繁體' },
  { id: 'zh-Hans', name: '简体中文', short: '简体' },
];

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some(({ id }) => id === value);
}

/** The first language of the browser that the interface speaks; else English. */
export function preferredLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    if (/^en\b/i.test(tag)) return 'en';
    if (/^zh\b/i.test(tag)) {
      return /-hant\b/i.test(tag) || (!/-hans\b/i.test(tag) && /-(tw|hk|mo)\b/i.test(tag))
        ? 'zh-Hant'
        : 'zh-Hans';
    }
  }
  return 'en';
}

const FIELD = { en: 'en', 'zh-Hant': 'hant', 'zh-Hans': 'hans' } as const;

/** The lexicon's words in one language. */
export function localized(words: Localized, language: Language): string {
  return words[FIELD[language]];
}
