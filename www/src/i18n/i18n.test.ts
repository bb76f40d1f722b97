import { describe, expect, it } from 'vitest';
import { en } from './en';
import { preferredLanguage } from './language';
import type { Messages } from './messages';
import { zhHans } from './zh-hans';
import { zhHant } from './zh-hant';

const MESSAGES: Record<string, Messages> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

/** Every entry with its path; functions are called, so that what they say is looked at, too. */
function entries(node: object, path = ''): [string, string][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const name = path ? `${path}.${key}` : key;
    if (typeof value === 'object' && value !== null) return entries(value, name);
    if (typeof value !== 'function') return [[name, String(value)]];
    const say = value as (...args: unknown[]) => string;
    const numeric = say.toString().includes('format(');
    return [[name, numeric ? say(7, String, '⟨3⟩') : say('⟨1⟩', '⟨2⟩', '⟨3⟩')]];
  });
}

const all = new Map(Object.entries(MESSAGES).map(([id, words]) => [id, new Map(entries(words))]));
const english = all.get('en') ?? new Map<string, string>();

describe.each([...all])('the words of %s', (id, words) => {
  it('have the same keys as the English ones', () => {
    expect([...words.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('are never empty and use what they are given', () => {
    for (const [key, text] of words) {
      expect(text.trim(), key).not.toBe('');
      const given = new Set(english.get(key)?.match(/⟨\d⟩/g));
      expect(new Set(text.match(/⟨\d⟩/g)), key).toEqual(given);
    }
  });

  it('are in their own script', () => {
    const foreign = {
      en: /[，。：；？！]/,
      'zh-Hant': /[这说们为过时开关复应发现数类对页载与还见]/,
      'zh-Hans': /[這說們為過時開關復應發現數類對頁載與還見「」]/,
    }[id];
    for (const [key, text] of words) {
      if (foreign) expect(text, key).not.toMatch(foreign);
    }
  });
});

describe('preferredLanguage', () => {
  it.each([
    [['en-GB', 'zh-TW'], 'en'],
    [['zh-TW', 'en'], 'zh-Hant'],
    [['zh-HK'], 'zh-Hant-HK'],
    [['zh-Hant-HK'], 'zh-Hant-HK'],
    [['zh-MO'], 'zh-Hant-HK'],
    [['zh-Hant-CN'], 'zh-Hant'],
    [['zh-Hans-HK'], 'zh-Hans'],
    [['zh-CN'], 'zh-Hans'],
    [['zh-SG'], 'zh-Hans'],
    [['zh'], 'zh-Hans'],
    [['de-DE', 'zh-TW', 'en'], 'zh-Hant'],
    [['de-DE', 'fr'], 'en'],
    [[], 'en'],
  ])('of %j is %s', (tags, expected) => {
    expect(preferredLanguage(tags)).toBe(expected);
  });
});
