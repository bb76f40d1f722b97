/** 阅读界面的简体中文用语。 */
import type { Messages } from '../messages';

export const reading: Messages['reading'] = {
  card: {
    label: '说明',
    refersTo: '所指',
    notHere: '此处不算',
    notHereTitle: '排除这一处：不再计入，修改文字后也不会回来',
    never: '这个词一律不算',
    neverTitle: '在所有文章里都排除这个词',
    keys: '按 Tab 进入说明，按 Esc 关闭。',
  },

  setAside: {
    heading: '已排除',
    count: (count, format) => `已排除 ${format(count)} 处`,
    explained: '找到了，但不计入任何数字、图表和导出。',
    done: (text) => `已排除这一处“${text}”。`,
    doneEverywhere: (text) => `已在所有文章里排除“${text}”。`,
    here: '这篇文章里',
    everywhere: '所有文章里',
    times: (count, format) => (count === 0 ? '本文未出现' : `本文 ${format(count)} 处`),
    putBack: '恢复',
    putBackText: (text) => `恢复“${text}”`,
    putAllBack: '全部恢复',
    none: '没有排除任何标记。',
  },

  list: {
    columns: { position: '段落', before: '上文', marker: '标记', after: '下文', kind: '种类' },
    paragraphHead: '段',
    sortBy: (column) => `排序依据：${column}`,
    order: '排列次序',
    ascending: '升序',
    descending: '降序',
    filter: '筛选标记',
    words: '标记或邻近的字词',
    kind: '种类',
    allKinds: '所有种类',
    allOf: (family) => `${family}：全部`,
    voice: '声音',
    allVoices: '所有声音',
    some: (shown, all) => `${all} 处中的 ${shown} 处`,
    showAll: '全部显示',
    nothing: '没有符合的标记。',
    keys: '方向键选择标记，Enter 回到正文，Delete 排除标记。',
  },

  chart: {
    measure: '图表内容',
    measures: { places: '位置', counts: '次数', rates: '比率' },
    placesExplained: '每一处标记在文中的位置。',
    leads: '点按图表可到该处；淡色带是目前看到的部分。',
    ratesExplained: (largest) =>
      `各段每千汉字的标记数。每一行的比例相同，最高的一条代表 ${largest}。段落短，比率起伏就大。`,
    spreadExplained:
      '各段分布的不均程度（Gries 的 DP，标准化）：0 是与各段长度相称，1 是全在最短的一段。标记少，单凭偶然就会不均。',
    intervalsExplained: '每千汉字的标记数；横线是 95 % 精确区间。',
    partOfText: '全文位置',
    asChart: '以图表显示',
    saveAs: (title, kind) => `将“${title}”存为 ${kind}`,
    saveFailed: '无法生成图片。',
  },

  see: (what) => `在列表与正文中显示：${what}`,
};
