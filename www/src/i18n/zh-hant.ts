/** 繁體中文介面用語。 */
import { compare } from './compare/zh-hant';
import { importing } from './importing/zh-hant';
import { clearing, copies, elsewhere, library } from './library/zh-hant';
import { exports } from './exports/zh-hant';
import { lexicons } from './lexicons/zh-hant';
import { timings } from './timings/zh-hant';
import type { Messages } from './messages';
import { reading } from './reading/zh-hant';

export const zhHant: Messages = {
  title: '辭鋒：看見文章裡的修辭',
  tagline: '找出文章裡的修辭，全程都在你的裝置上',
  skipToText: '跳到正文',
  viewsLabel: '檢視',
  views: { read: '閱讀', texts: '文章', compare: '比較', lexicons: '我的詞表' },
  viewLoading: '載入中…',
  viewFailed: '這個畫面載入失敗。你的文字都還在。',
  languageLabel: '語言',
  themeLabel: '外觀',
  theme: { system: '跟隨系統', light: '淺色', dark: '深色' },

  textHeading: '正文',
  textLabel: '中文文章',
  textPlaceholder: '在這裡貼上或輸入中文，也可以把 .txt 檔案拖進來。',
  openFile: '開啟檔案…',
  clear: '清除',
  newText: '新文章',
  undo: '復原',
  samples: '範文',
  sample: { hant: '繁體', hans: '簡體', mixed: '繁簡混排' },
  dropHere: '把文字檔放在這裡',
  textCleared: '文字已清除。',
  textReplaced: '文字已換成新的一篇。',
  textSetAside: (name) => `「${name}」仍收在你的文章裡。`,
  previousFinding: '上一處標記（Shift+F8）',
  nextFinding: '下一處標記（F8）',
  keyboardHint:
    '按 F8 與 Shift+F8 逐處移動，Esc 關閉說明；說明開著時按 Tab 進入說明，否則離開正文。',

  familiesHeading: '文中標出',
  showFamily: (family) => `標出${family}`,

  loading: '正在載入分析程式…',
  analysing: '分析中…',
  analysed: (milliseconds) => `分析用了 ${milliseconds} 毫秒，全在這部裝置上`,
  waitingForText: '等候文字',
  welcomeHeading: '這一頁能做什麼',
  welcome: (families) =>
    `找出中文文章裡的修辭：${families}。繁體、簡體都行；標出每一處的位置，說明理由，並且計數。`,
  welcomeTry: '請貼上文字、開啟檔案，或先看一篇範文：',

  failure: {
    heading: '分析程式載入失敗',
    wasm: '主程式（WebAssembly）沒有收到，或無法在這個瀏覽器裡啟動。',
    dictionary: '詞表（dictionary.txt）沒有收到，或無法讀取。',
    worker: '背景執行緒無法啟動。',
    advice: '請檢查網路連線，然後再試一次。你的文字還在。',
    reason: (detail) => `原因：${detail}`,
    retry: '再試一次',
  },
  crashed: '分析意外中斷，分析程式已重新啟動。你的文字還在；修改文字或按下按鈕，就會重新分析。',
  stuck:
    '分析程式一分鐘沒有回應，已停止並重新啟動。你的文字還在；修改文字或按下按鈕，就會重新分析。',
  analyseAgain: '重新分析',
  tooLong: (chars, limit) =>
    `這篇文字有 ${chars} 個字元，超過上限 ${limit} 個，所以沒有分析；文字仍保留在這裡。`,
  fileTooLong: (name, megabytes, limit) =>
    `「${name}」（${megabytes} MB）超過 ${limit} 個字元，沒有開啟。原來的文字還在。`,
  fileUnreadable: (name) => `無法讀取「${name}」。原來的文字還在。`,
  fileEmpty: (name) => `「${name}」是空的。原來的文字還在。`,

  factsHeading: '文章概況',
  facts: { characters: '字元', han: '漢字', sentences: '句子', paragraphs: '段落', script: '字體' },
  script: { hant: '繁體', hans: '簡體', mixed: '繁簡混用', neutral: '不分繁簡' },

  countsHeading: '次數與比率',
  family: '類別',
  count: '次數',
  rate: '每千漢字',
  interval: '95 % 區間',
  subtypesOf: (family) => `${family}的小類`,
  countsExplained:
    '比率是每一千個漢字裡的標記數，附 95 % 的精確卜瓦松區間：同類文章的真實比率，一百次約有九十五次落在這個區間之內。',

  alongHeading: '全文分布',
  alongExplained: (largest) => `各段的標記數。每一列的比例相同，最高的一條代表 ${largest} 處。`,
  alongGrouped: (size) => `每一條合併相鄰的 ${size} 段。`,
  paragraph: '段落',
  paragraphs: (first, last) => (first === last ? `第 ${first} 段` : `第 ${first} 至 ${last} 段`),
  asTable: '以表格顯示',
  chartFailed: '圖表載入失敗。表格裡的內容相同。',

  findingsHeading: '標記一覽',
  findingsCount: (shown, format) => `共 ${format(shown)} 處`,
  findingsHidden: (hidden, format) => `另有 ${format(hidden)} 處屬於已關閉的類別`,
  findingsNone: '這篇文章裡沒有找到標記。',
  findingsList: '依出現順序排列的標記',
  copyJson: '複製 JSON',

  rule: '規則',
  meaning: '意思',
  voice: '聲音',
  voicesHeading: '各人的話',
  voicesExplained:
    '標記出自誰的話：作者的，或文中以冒號、引號、附註點明的說話人的。比率以該人說的每千漢字計。',
  writer: '作者',
  han: '漢字',
  variantOf: '原形',
  roleLabel: '作用',
  role: {
    final: '句末語氣',
    pause: '提頓話題',
    vocative: '呼喚',
    question: '疑問句末',
    filler: '填補或應答',
  },

  encoding: {
    heading: '選擇編碼',
    question: (name) => `「${name}」不是 UTF-8。請選一種讀得通的編碼。`,
    choose: (name) => `讀取「${name}」的編碼`,
    likely: '可能性較高',
    open: '開啟',
    cancel: '取消',
    used: (name, encoding) => `「${name}」以 ${encoding} 讀取。`,
    change: '更換編碼…',
    damaged: (count) => `${count} 處無法辨讀`,
  },

  notKept: '這個瀏覽器不會保留文字：關閉頁面後就沒有了。',
  storageFull:
    '這個瀏覽器的儲存空間已滿：關閉頁面後，這篇文字就沒有了。請刪除不需要的文章，或把這一篇另存成檔案。',
  newerStore:
    '你的文章是由這個網頁的較新版本保存的，全都還在，只是這個舊版本讀不了。請重新載入，換成新版本。',
  updateReady: '新版本已就緒。',
  reload: '重新載入',
  offlineReady: '已可離線使用。',
  dismiss: '關閉',
  privacy: '文字不會離開這部裝置，也不會上傳到任何地方。',
  madeBy: (version, lexicon) => `辭鋒 ${version}，詞庫 ${lexicon}`,
  dataLicenses: '資料來源',
  softwareLicenses: '所用軟體',
  crateLicenses: '所用 Rust 套件',
  methods: '方法：數字是什麼意思',
  checkYourself: '怎樣自己查證',
  backToPage: '回到主頁',

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
