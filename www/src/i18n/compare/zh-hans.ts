/** 比较画面的简体中文用语。 */
import type { Messages } from '../messages';

export const compare: Messages['compare'] = {
  heading: '比较',
  explained:
    '从你的文章里选两篇，或选两个文件夹。数字会说明两边的标记差在哪里、差多少，以及单凭偶然会不会有这样的差别。',
  side: (letter) => `文章或文件夹 ${letter}`,
  search: '按名称查找文章',
  nothing: '请选择…',
  folders: '文件夹',
  texts: '文章',
  folder: (name, texts) => `${name}（${texts}）`,
  more: (texts) => `另有 ${texts} 篇，可按名称查找。`,
  tooFew: '至少要有两篇文章才能比较，请到“文章”加入。',
  choose: '请为两边各选一篇文章或一个文件夹。',
  running: '比较中…',
  failed: '比较意外中断。你的文章仍然保留。',
  size: (texts, format, han) => `${format(texts)} 篇，${han} 个汉字`,
  familiesHeading: '两边的差别',
  subtypesHeading: '小类',
  entriesHeading: '最有特色的标记',
  entriesExplained: (entries) =>
    `比较了出现至少五次的 ${entries} 个标记。下面只列单凭偶然很难造成的差别；p 已按全部标记校正。`,
  noEntries: '没有哪个标记的差别大于偶然所致。',
  distinctive: (letter) => `${letter} 较多`,
  hints: (entries) => `至多是迹象：${entries} 个标记`,
  subtype: '小类',
  entry: '标记',
  countOf: (letter) => `${letter} 次数`,
  rateOf: (letter) => `${letter} 每千汉字`,
  difference: '相差与 95 % 区间',
  logRatio: '对数比',
  pHolm: 'p（Holm）',
  columnsExplained:
    '比率和相差都以每千汉字计，相差是 A 减 B。G² 是 Dunning 的对数似然值；对数比为 1，表示 A 的频率是 B 的两倍。p 是单凭偶然造成这种差别的概率，已用 Holm 法按表中各行校正。',
};
