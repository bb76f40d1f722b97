/** 匯入檔案的繁體中文用語。 */
import type { Messages } from '../messages';

export const importing: Messages['importing'] = {
  heading: '加入文章',
  addFiles: '加入檔案…',
  addFolder: '加入資料夾…',
  reading: (name) => `正在讀取「${name}」…`,
  opened: (name) => `已開啟「${name}」的文字。`,
  refused: (name) => `「${name}」沒有開啟，原來的文字還在。`,
  progress: (done, total) => `第 ${done} 個檔案，共 ${total} 個`,
  done: (texts, format) => `已加入 ${format(texts)} 篇文章。`,
  cancelled: (texts, format) => `已取消；先前加入的 ${format(texts)} 篇仍然保留。`,
  full: (texts, format) => `這個瀏覽器的儲存空間已滿；先前加入的 ${format(texts)} 篇仍然保留。`,
  guessed: (texts, format) =>
    `有 ${format(texts)} 個檔案不是 UTF-8，已採用較可能的編碼，請查看文字是否讀得通。`,
  crashed: (times, format) => `讀取程式中斷了 ${format(times)} 次，已重新啟動並繼續。`,
  skipped: (files, format) => `略過 ${format(files)} 個檔案`,
  andMore: (files) => `另有 ${files} 個`,
  reasons: {
    format: '不是可讀取的格式：txt、md、html、docx、epub、pdf、zip。',
    empty: '裡面沒有文字。',
    'too-large': '檔案太大：純文字與 HTML 以 20 MB 為限，文件及其內容以 100 MB 為限。',
    'too-long': '超過 5,000,000 個字元。',
    unreadable: '瀏覽器無法讀取。',
    damaged: '檔案損壞，或與副檔名不符。',
    password: '受密碼或授權保護。',
    'old-word': '這是舊式或加了密碼的 Word 檔，請另存為不加密碼的 .docx。',
    'no-text-layer': '沒有文字層：頁面都是圖片。',
    'pdf-outside': 'PDF 只能在網頁版讀取；這個單一檔案不含 PDF 讀取程式。',
    'nested-zip': '這是壓縮檔裡的壓縮檔。',
    entities: '檔案宣告了實體；正常的文件不會這樣做，展開後可能無限膨脹。',
    unpacked: '壓縮檔解開後超過 1 GB，其餘部分略過。',
    crash: '讀取程式在這個檔案上中斷。',
    same: '同樣的文章已經在這裡。',
    storage: '這個瀏覽器的儲存空間已滿。',
  },
};
