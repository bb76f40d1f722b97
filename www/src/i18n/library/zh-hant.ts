/** 文章庫的繁體中文用語。 */
import type { Messages } from '../messages';

export const library: Messages['library'] = {
  heading: '你的文章',
  explained: '文章只存放在這個瀏覽器裡。點名稱可開啟文章，點欄名可排序。',
  empty: '這裡還沒有文章。',
  count: (texts, format) => `共 ${format(texts)} 篇`,
  name: '名稱',
  folder: '資料夾',
  han: '漢字',
  changed: '修改時間',
  actions: '操作',
  open: '（已開啟）',
  rename: '重新命名',
  delete: '刪除',
  renameText: (name) => `重新命名「${name}」`,
  deleteText: (name) => `刪除「${name}」`,
  newName: (name) => `「${name}」的新名稱`,
  deleted: (texts, format) => `已刪除 ${format(texts)} 篇文章。`,
  ratesExplained: '各類別一欄是每千漢字裡的標記數。',
  downloadCsv: '下載 CSV',
  downloadJsonl: '下載 JSON lines',
  downloadReports: '下載全部報告',
  exportsExplained:
    'CSV 和 JSON lines 是這張表；全部報告則是每篇文章的每一處標記，一行 JSON 一份報告。',
  reporting: (done, total) => `正在產生報告：${total} 篇中的第 ${done} 篇`,
  reported: (texts, format) => `已儲存 ${format(texts)} 篇文章的報告。`,
  reportsLeft: (texts, format) => `另有 ${format(texts)} 篇無法產生報告，已略過。`,
  reportsCancelled: '已取消，沒有存下任何檔案。',
  pages: '表格分頁',
  previousPage: '上一頁',
  nextPage: '下一頁',
  shownRows: (first, last, total) => `第 ${first} 至 ${last} 篇，共 ${total} 篇`,
};

export const clearing: Messages['clearing'] = {
  heading: '這個瀏覽器裡保存的一切',
  explained: '文章、設定、詞庫，以及供離線使用的網頁副本，都存放在這部裝置上。按一下就能全部清除。',
  button: '全部清除…',
  question: '要全部清除嗎？',
  warning: '所有文章、設定、詞庫和擱置的標記都會刪除，其他分頁裡的也一樣。這個動作無法復原。',
  confirm: '全部清除',
  done: '這個瀏覽器裡保存的一切都已刪除。',
};

export const elsewhere: Messages['elsewhere'] = {
  split: (name) => `另一個分頁也改了這篇文章。兩份都已保留：你眼前這一份現在叫「${name}」。`,
  deleted: '另一個分頁刪除了這篇文章。文字還在這裡，修改之後就會再次保存。',
};

export const copies: Messages['copies'] = {
  heading: '文章的備份',
  explained:
    '一個檔案，裝著所有文章、你在文章裡擱置的標記，還有你自己的詞表，可以存到別處，也可以帶到另一個瀏覽器。讀入備份不會改動這裡已有的東西；已經在這裡的文章不會重複加入。',
  save: '儲存備份',
  take: '讀入備份…',
  running: '請稍候…',
  added: (texts, format) => `已加入 ${format(texts)} 篇文章。`,
  same: (texts, format) => `另有 ${format(texts)} 篇原本就在這裡。`,
  lexicons: (lexicons, format) => `已加入 ${format(lexicons)} 份詞表。`,
  unread: (lines, format) => `有 ${format(lines)} 行無法辨讀，已略過。`,
  full: '這個瀏覽器的儲存空間已滿，備份其餘的部分沒有讀入。',
  newer: '這份備份出自這個網頁的較新版本。請重新載入網頁換成新版本；這裡什麼都沒有改動。',
  foreign: '這個檔案不是文章的備份；這裡什麼都沒有改動。',
  unreadable: '這個檔案無法讀取；這裡什麼都沒有改動。',
};
