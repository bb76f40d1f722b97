import type { Messages } from '../messages';

/** 匯出的用語，繁體中文（臺灣）。 */
export const exports: Messages['exports'] = {
  heading: '帶著走',
  json: '下載 JSON',
  csv: '下載 CSV',
  html: '下載報告',
  copy: '複製（含標記）',
  print: '列印…',
  saved: (name) => `已存成「${name}」`,
  copied: '已複製',
  copyFailed: '瀏覽器不允許複製。',
  failed: (reason) => `檔案無法產生：${reason}`,
  tool: '把整個工具存成一個檔案',
  toolExplained: '一個 HTML 檔案，什麼都在裡面：點兩下就能用，不需要網路，也不需要伺服器。',
  toolFailed: '檔案無法組成。等頁面可以離線使用後，請再試一次。',
};
