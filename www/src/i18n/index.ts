/** Words and numbers in the reader's language. */
import { computed, signal } from '@preact/signals';
import { language } from '../state/settings';
import { LANGUAGES, type Language } from './language';
import type { Messages } from './messages';

export type { Language, ReportLanguage } from './language';
export type { Messages } from './messages';

/** Each language is a file of its own; a reader needs one. */
const WORDS: Record<Language, () => Promise<Messages>> = {
  en: async () => (await import('./en')).en,
  'zh-Hant': async () => (await import('./zh-hant')).zhHant,
  'zh-Hant-HK': async () => (await import('./zh-hant-hk')).zhHantHk,
  'zh-Hans': async () => (await import('./zh-hans')).zhHans,
};

const known = signal<Partial<Record<Language, Messages>>>({});
/** What was spoken last, until the words of a language that was just chosen are there. */
let spoken: Messages | null = null;

/** All words of the interface, in the language chosen; there are none before `loadWords`. */
export const messages = computed(() => {
  const words = known.value[language.value] ?? spoken;
  if (!words) throw new Error('the words of the interface are not there yet');
  spoken = words;
  return words;
});

async function load(wanted: Language): Promise<void> {
  const words = await WORDS[wanted]();
  known.value = { ...known.value, [wanted]: words };
}

/** Fetches the words of the language chosen, and those of every language that is chosen later. */
export async function loadWords(): Promise<void> {
  await load(language.peek());
  language.subscribe((wanted) => {
    if (!known.peek()[wanted]) load(wanted).catch(() => undefined);
  });
}

/** Fetches all languages, so that choosing one asks nothing of the network. */
export async function loadAllWords(): Promise<void> {
  await Promise.all(LANGUAGES.map(({ id }) => load(id)));
}

interface Numbers {
  /** 1,234 */
  count: (value: number) => string;
  /** 1,234.50: always two decimals, so that columns line up. */
  rate: (value: number) => string;
  /** At most one decimal, none from ten on. */
  short: (value: number) => string;
}

/** Numbers as the chosen language writes them. */
export const numbers = computed<Numbers>(() => {
  const tag = language.value;
  const whole = new Intl.NumberFormat(tag);
  const decimals = new Intl.NumberFormat(tag, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const tenths = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  return {
    count: (value) => whole.format(value),
    rate: (value) => decimals.format(value),
    short: (value) => (value < 10 ? tenths : whole).format(value < 10 ? value : Math.round(value)),
  };
});
