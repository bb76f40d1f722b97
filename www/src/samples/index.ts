/** Three short opinion pieces, written for this page; people and places in them are invented. */
import hans from './hans.txt?raw';
import hant from './hant.txt?raw';
import mixed from './mixed.txt?raw';

export const SAMPLES = [
  { id: 'hant', lang: 'zh-Hant', text: hant },
  { id: 'hans', lang: 'zh-Hans', text: hans },
  { id: 'mixed', lang: 'zh-Hant', text: mixed },
] as const;
