import type { Messages } from '../messages';

/** 导出的用语，简体中文。 */
export const exports: Messages['exports'] = {
  heading: '带着走',
  json: '下载 JSON',
  csv: '下载 CSV',
  html: '下载报告',
  copy: '复制（含标记）',
  print: '打印…',
  saved: (name) => `已存为“${name}”`,
  copied: '已复制',
  copyFailed: '浏览器不允许复制。',
  failed: (reason) => `文件无法生成：${reason}`,
  tool: '把整个工具存成一个文件',
  toolExplained: '一个 HTML 文件，什么都在里面：双击就能用，不需要网络，也不需要服务器。',
  toolFailed: '文件无法组成。等页面可以离线使用后，请再试一次。',
};
