/** 导入文件的简体中文用语。 */
import type { Messages } from '../messages';

export const importing: Messages['importing'] = {
  heading: '加入文章',
  addFiles: '加入文件…',
  addFolder: '加入文件夹…',
  reading: (name) => `正在读取“${name}”…`,
  opened: (name) => `已打开“${name}”的文字。`,
  refused: (name) => `“${name}”没有打开，原来的文字仍在。`,
  progress: (done, total) => `第 ${done} 个文件，共 ${total} 个`,
  done: (texts, format) => `已加入 ${format(texts)} 篇文章。`,
  cancelled: (texts, format) => `已取消；先前加入的 ${format(texts)} 篇仍然保留。`,
  full: (texts, format) => `这个浏览器的存储空间已满；先前加入的 ${format(texts)} 篇仍然保留。`,
  guessed: (texts, format) =>
    `有 ${format(texts)} 个文件不是 UTF-8，已采用较可能的编码，请查看文字是否读得通。`,
  crashed: (times, format) => `读取程序中断了 ${format(times)} 次，已重新启动并继续。`,
  skipped: (files, format) => `略过 ${format(files)} 个文件`,
  andMore: (files) => `另有 ${files} 个`,
  reasons: {
    format: '不是可读取的格式：txt、md、html、docx、epub、pdf、zip。',
    empty: '里面没有文字。',
    'too-large': '文件太大：纯文本与 HTML 以 20 MB 为限，文档及其内容以 100 MB 为限。',
    'too-long': '超过 5,000,000 个字符。',
    unreadable: '浏览器无法读取。',
    damaged: '文件损坏，或与扩展名不符。',
    password: '受密码或授权保护。',
    'old-word': '这是旧式或加了密码的 Word 文件，请另存为不加密码的 .docx。',
    'no-text-layer': '没有文字层：页面都是图片。',
    'pdf-outside': 'PDF 只能在网页版读取；这个单一文件不含 PDF 读取程序。',
    'nested-zip': '这是压缩包里的压缩包。',
    entities: '文件声明了实体；正常的文档不会这样做，展开后可能无限膨胀。',
    unpacked: '压缩包解开后超过 1 GB，其余部分略过。',
    crash: '读取程序在这个文件上中断。',
    same: '同样的文章已经在这里。',
    storage: '这个浏览器的存储空间已满。',
  },
};
