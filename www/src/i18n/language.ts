/** The languages of the interface, as BCP 47 tags. */
import type { Localized } from '../engine/types';

export type Language = 'en' | 'zh-Hant' | 'zh-Hant-HK' | 'zh-Hans';

export const LANGUAGES: readonly { id: Language; name: string; short: string }[] = [
  { id: 'en', name: 'English', short: 'EN' },
  { id: 'zh-Hant', name: '繁體中文（臺灣）', short: '臺繁' },
  { id: 'zh-Hant-HK', name: '繁體（香港）', short: '港繁' },
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
      if (/-hans\b/i.test(tag)) return 'zh-Hans';
      if (/-(hk|mo)\b/i.test(tag)) return 'zh-Hant-HK';
      return /-(hant|tw)\b/i.test(tag) ? 'zh-Hant' : 'zh-Hans';
    }
  }
  return 'en';
}

const FIELD = { en: 'en', 'zh-Hant': 'hant', 'zh-Hant-HK': 'hant', 'zh-Hans': 'hans' } as const;

/** The languages in which the analyser explains. */
export type ReportLanguage = Exclude<Language, 'zh-Hant-HK'>;

/** The analyser's language for one of the interface. */
export const reportLanguage = (language: Language): ReportLanguage =>
  language === 'zh-Hant-HK' ? 'zh-Hant' : language;

/** The lexicon's words in one language. */
export function localized(words: Localized, language: Language): string {
  return words[FIELD[language]];
}
