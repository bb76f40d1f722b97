/** Words and numbers in the reader's language. */
import { computed } from '@preact/signals';
import { language } from '../state/settings';
import { en } from './en';
import { inHongKong } from './hong-kong';
import type { Language } from './language';
import type { Messages } from './messages';
import { zhHans } from './zh-hans';
import { zhHant } from './zh-hant';

export type { Language, ReportLanguage } from './language';
export type { Messages } from './messages';

export const MESSAGES: Record<Language, Messages> = {
  en,
  'zh-Hant': zhHant,
  'zh-Hant-HK': inHongKong(zhHant),
  'zh-Hans': zhHans,
};

/** All words of the interface, in the language chosen. */
export const messages = computed(() => MESSAGES[language.value]);

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
