/** 文章库的简体中文用语。 */
import type { Messages } from '../messages';

export const library: Messages['library'] = {
  heading: '你的文章',
  explained: '文章只存放在这个浏览器里。点名称可打开文章，点栏名可排序。',
  empty: '这里还没有文章。',
  count: (texts, format) => `共 ${format(texts)} 篇`,
  name: '名称',
  folder: '文件夹',
  han: '汉字',
  changed: '修改时间',
  actions: '操作',
  open: '（已打开）',
  rename: '重命名',
  delete: '删除',
  renameText: (name) => `重命名“${name}”`,
  deleteText: (name) => `删除“${name}”`,
  newName: (name) => `“${name}”的新名称`,
  deleted: (texts, format) => `已删除 ${format(texts)} 篇文章。`,
  ratesExplained: '各类别一栏是每千汉字里的标记数。',
  downloadCsv: '下载 CSV',
  downloadJsonl: '下载 JSON lines',
  downloadReports: '下载全部报告',
  exportsExplained:
    'CSV 和 JSON lines 是这张表；全部报告则是每篇文章的每一处标记，一行 JSON 一份报告。',
  reporting: (done, total) => `正在生成报告：${total} 篇中的第 ${done} 篇`,
  reported: (texts, format) => `已保存 ${format(texts)} 篇文章的报告。`,
  reportsLeft: (texts, format) => `另有 ${format(texts)} 篇无法生成报告，已略过。`,
  reportsCancelled: '已取消，没有存下任何文件。',
  pages: '表格分页',
  previousPage: '上一页',
  nextPage: '下一页',
  shownRows: (first, last, total) => `第 ${first} 至 ${last} 篇，共 ${total} 篇`,
};

export const clearing: Messages['clearing'] = {
  heading: '这个浏览器里保存的一切',
  explained: '文章、设置、词库，以及供离线使用的网页副本，都存放在这台设备上。按一下就能全部清除。',
  button: '全部清除…',
  question: '要全部清除吗？',
  warning: '所有文章、设置、词库和搁置的标记都会删除，其他标签页里的也一样。此操作无法撤销。',
  confirm: '全部清除',
  done: '这个浏览器里保存的一切都已删除。',
};

export const elsewhere: Messages['elsewhere'] = {
  split: (name) => `另一个标签页也改了这篇文章。两份都已保留：你眼前这一份现在叫“${name}”。`,
  deleted: '另一个标签页删除了这篇文章。文字还在这里，修改之后就会再次保存。',
};

export const copies: Messages['copies'] = {
  heading: '文章的备份',
  explained:
    '一个文件，装着所有文章、你在文章里搁置的标记，还有你自己的词表，可以存到别处，也可以带到另一个浏览器。读入备份不会改动这里已有的东西；已经在这里的文章不会重复加入。',
  save: '保存备份',
  take: '读入备份…',
  running: '请稍候…',
  added: (texts, format) => `已加入 ${format(texts)} 篇文章。`,
  same: (texts, format) => `另有 ${format(texts)} 篇原本就在这里。`,
  lexicons: (lexicons, format) => `已加入 ${format(lexicons)} 份词表。`,
  unread: (lines, format) => `有 ${format(lines)} 行无法辨读，已略过。`,
  full: '这个浏览器的存储空间已满，备份其余的部分没有读入。',
  newer: '这份备份出自这个网页的较新版本。请重新加载网页换成新版本；这里什么都没有改动。',
  foreign: '这个文件不是文章的备份；这里什么都没有改动。',
  unreadable: '这个文件无法读取；这里什么都没有改动。',
};
