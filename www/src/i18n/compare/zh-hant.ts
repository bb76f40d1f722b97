/** 比較畫面的繁體中文用語。 */
import type { Messages } from '../messages';

export const compare: Messages['compare'] = {
  heading: '比較',
  explained:
    '從你的文章裡選兩篇，或選兩個資料夾。數字會說明兩邊的標記差在哪裡、差多少，以及單憑偶然會不會有這樣的差別。',
  side: (letter) => `文章或資料夾 ${letter}`,
  search: '依名稱尋找文章',
  nothing: '請選擇…',
  folders: '資料夾',
  texts: '文章',
  folder: (name, texts) => `${name}（${texts}）`,
  more: (texts) => `另有 ${texts} 篇，可依名稱尋找。`,
  tooFew: '至少要有兩篇文章才能比較，請到「文章」加入。',
  choose: '請為兩邊各選一篇文章或一個資料夾。',
  running: '比較中…',
  failed: '比較意外中斷。你的文章都還在。',
  size: (texts, format, han) => `${format(texts)} 篇，${han} 個漢字`,
  familiesHeading: '兩邊的差別',
  subtypesHeading: '小類',
  entriesHeading: '最有特色的標記',
  entriesExplained: (entries) =>
    `比較了出現至少五次的 ${entries} 個標記。下面只列單憑偶然很難造成的差別；p 已按全部標記校正。`,
  noEntries: '沒有哪個標記的差別大於偶然所致。',
  distinctive: (letter) => `${letter} 較多`,
  hints: (entries) => `至多是跡象：${entries} 個標記`,
  subtype: '小類',
  entry: '標記',
  countOf: (letter) => `${letter} 次數`,
  rateOf: (letter) => `${letter} 每千漢字`,
  difference: '相差與 95 % 區間',
  logRatio: '對數比',
  pHolm: 'p（Holm）',
  columnsExplained:
    '比率和相差都以每千漢字計，相差是 A 減 B。G² 是 Dunning 的對數概似值；對數比為 1，表示 A 的頻率是 B 的兩倍。p 是單憑偶然造成這種差別的機率，已用 Holm 法按表中各列校正。',
};
