/** 简体中文界面用语。 */
import { compare } from './compare/zh-hans';
import { importing } from './importing/zh-hans';
import { clearing, copies, elsewhere, library } from './library/zh-hans';
import { exports } from './exports/zh-hans';
import { lexicons } from './lexicons/zh-hans';
import { timings } from './timings/zh-hans';
import type { Messages } from './messages';
import { reading } from './reading/zh-hans';

export const zhHans: Messages = {
  title: '辞锋：看见文章里的修辞',
  tagline: '找出文章里的修辞，全程都在你的设备上',
  skipToText: '跳到正文',
  viewsLabel: '视图',
  views: { read: '阅读', texts: '文章', compare: '比较', lexicons: '我的词表' },
  viewLoading: '载入中…',
  viewFailed: '这个画面载入失败。你的文字都还在。',
  languageLabel: '语言',
  themeLabel: '外观',
  theme: { system: '跟随系统', light: '浅色', dark: '深色' },

  textHeading: '正文',
  textLabel: '中文文章',
  textPlaceholder: '在这里粘贴或输入中文，也可以把 .txt 文件拖进来。',
  openFile: '打开文件…',
  clear: '清空',
  newText: '新文章',
  undo: '撤销',
  samples: '范文',
  sample: { hant: '繁体', hans: '简体', mixed: '繁简混排' },
  dropHere: '把文本文件放在这里',
  textCleared: '文字已清空。',
  textReplaced: '文字已换成新的一篇。',
  textSetAside: (name) => `“${name}”仍收在你的文章里。`,
  previousFinding: '上一处标记（Shift+F8）',
  nextFinding: '下一处标记（F8）',
  keyboardHint:
    '按 F8 和 Shift+F8 逐处移动，Esc 关闭说明；说明打开时按 Tab 进入说明，否则离开正文。',

  familiesHeading: '文中标出',
  showFamily: (family) => `标出${family}`,

  loading: '正在加载分析程序…',
  analysing: '分析中…',
  analysed: (milliseconds) => `分析用了 ${milliseconds} 毫秒，全在这台设备上`,
  waitingForText: '等待文字',
  welcomeHeading: '这一页能做什么',
  welcome: (families) =>
    `找出中文文章里的修辞：${families}。繁体、简体都行；标出每一处的位置，说明理由，并且计数。`,
  welcomeTry: '请粘贴文字、打开文件，或先看一篇范文：',

  failure: {
    heading: '分析程序加载失败',
    wasm: '主程序（WebAssembly）没有收到，或无法在这个浏览器里启动。',
    dictionary: '词表（dictionary.txt）没有收到，或无法读取。',
    worker: '后台线程无法启动。',
    advice: '请检查网络连接，然后再试一次。你的文字还在。',
    reason: (detail) => `原因：${detail}`,
    retry: '再试一次',
  },
  crashed: '分析意外中断，分析程序已重新启动。你的文字还在；修改文字或点按按钮，就会重新分析。',
  stuck:
    '分析程序一分钟没有响应，已停止并重新启动。你的文字还在；修改文字或点按按钮，就会重新分析。',
  analyseAgain: '重新分析',
  tooLong: (chars, limit) =>
    `这篇文字有 ${chars} 个字符，超过上限 ${limit} 个，所以没有分析；文字仍保留在这里。`,
  fileTooLong: (name, megabytes, limit) =>
    `“${name}”（${megabytes} MB）超过 ${limit} 个字符，没有打开。原来的文字还在。`,
  fileUnreadable: (name) => `无法读取“${name}”。原来的文字还在。`,
  fileEmpty: (name) => `“${name}”是空的。原来的文字还在。`,

  factsHeading: '文章概况',
  facts: { characters: '字符', han: '汉字', sentences: '句子', paragraphs: '段落', script: '字体' },
  script: { hant: '繁体', hans: '简体', mixed: '繁简混用', neutral: '不分繁简' },

  countsHeading: '次数与比率',
  family: '类别',
  count: '次数',
  rate: '每千汉字',
  interval: '95 % 区间',
  subtypesOf: (family) => `${family}的小类`,
  countsExplained:
    '比率是每一千个汉字里的标记数，附 95 % 的精确泊松区间：同类文章的真实比率，一百次约有九十五次落在这个区间之内。',

  alongHeading: '全文分布',
  alongExplained: (largest) => `各段的标记数。每一行的比例相同，最高的一条代表 ${largest} 处。`,
  alongGrouped: (size) => `每一条合并相邻的 ${size} 段。`,
  paragraph: '段落',
  paragraphs: (first, last) => (first === last ? `第 ${first} 段` : `第 ${first} 至 ${last} 段`),
  asTable: '以表格显示',
  chartFailed: '图表加载失败。表格里的内容相同。',

  findingsHeading: '标记一览',
  findingsCount: (shown, format) => `共 ${format(shown)} 处`,
  findingsHidden: (hidden, format) => `另有 ${format(hidden)} 处属于已关闭的类别`,
  findingsNone: '这篇文章里没有找到标记。',
  findingsList: '按出现顺序排列的标记',
  copyJson: '复制 JSON',

  rule: '规则',
  meaning: '意思',
  voice: '声音',
  voicesHeading: '各人的话',
  voicesExplained:
    '标记出自谁的话：作者的，或文中以冒号、引号、附注点明的说话人的。比率以该人说的每千汉字计。',
  writer: '作者',
  han: '汉字',
  variantOf: '原形',
  roleLabel: '作用',
  role: {
    final: '句末语气',
    pause: '提顿话题',
    vocative: '呼唤',
    question: '疑问句末',
    filler: '填补或应答',
  },

  encoding: {
    heading: '选择编码',
    question: (name) => `“${name}”不是 UTF-8。请选一种读得通的编码。`,
    choose: (name) => `读取“${name}”的编码`,
    likely: '可能性较高',
    open: '打开',
    cancel: '取消',
    used: (name, encoding) => `“${name}”按 ${encoding} 读取。`,
    change: '更换编码…',
    damaged: (count) => `${count} 处无法辨读`,
  },

  notKept: '这个浏览器不会保留文字：关闭页面后就没有了。',
  storageFull:
    '这个浏览器的存储空间已满：关闭页面后，这篇文字就没有了。请删除不需要的文章，或把这一篇另存为文件。',
  newerStore:
    '你的文章是由这个网页的较新版本保存的，全都还在，只是这个旧版本读不了。请重新加载，换成新版本。',
  updateReady: '新版本已就绪。',
  reload: '重新加载',
  offlineReady: '已可离线使用。',
  dismiss: '关闭',
  privacy: '文字不会离开这台设备，也不会上传到任何地方。',
  madeBy: (version, lexicon) => `辞锋 ${version}，词库 ${lexicon}`,
  dataLicenses: '数据来源',
  softwareLicenses: '所用软件',
  crateLicenses: '所用 Rust 包',
  methods: '方法：数字是什么意思',
  checkYourself: '怎样自己查证',
  backToPage: '回到主页',

  compare,
  importing,
  library,
  copies,
  clearing,
  elsewhere,
  reading,
  lexicons,
  timings,
  exports,
};
