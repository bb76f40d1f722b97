/** 閱讀畫面的繁體中文用語。 */
import type { Messages } from '../messages';

export const reading: Messages['reading'] = {
  card: {
    label: '說明',
    refersTo: '所指',
    notHere: '此處不算',
    notHereTitle: '排除這一處：不再計入，修改文字後也不會回來',
    never: '這個詞一律不算',
    neverTitle: '在所有文章裡都排除這個詞',
    keys: '按 Tab 進入說明，按 Esc 關閉。',
  },

  setAside: {
    heading: '已排除',
    count: (count, format) => `已排除 ${format(count)} 處`,
    explained: '找到了，但不計入任何數字、圖表與匯出。',
    done: (text) => `已排除這一處「${text}」。`,
    doneEverywhere: (text) => `已在所有文章裡排除「${text}」。`,
    here: '這篇文章裡',
    everywhere: '所有文章裡',
    times: (count, format) => (count === 0 ? '本文未出現' : `本文 ${format(count)} 處`),
    putBack: '恢復',
    putBackText: (text) => `恢復「${text}」`,
    putAllBack: '全部恢復',
    none: '沒有排除任何標記。',
  },

  list: {
    columns: { position: '段落', before: '上文', marker: '標記', after: '下文', kind: '種類' },
    paragraphHead: '段',
    sortBy: (column) => `排序依據：${column}`,
    order: '排列次序',
    ascending: '遞增',
    descending: '遞減',
    filter: '篩選標記',
    words: '標記或鄰近的字詞',
    kind: '種類',
    allKinds: '所有種類',
    allOf: (family) => `${family}：全部`,
    voice: '聲音',
    allVoices: '所有聲音',
    some: (shown, all) => `${all} 處中的 ${shown} 處`,
    showAll: '全部顯示',
    nothing: '沒有符合的標記。',
    keys: '方向鍵選擇標記，Enter 回到正文，Delete 排除標記。',
  },

  chart: {
    measure: '圖表內容',
    measures: { places: '位置', counts: '次數', rates: '比率' },
    placesExplained: '每一處標記在文中的位置。',
    leads: '點按圖表可到該處；淡色帶是目前看到的部分。',
    ratesExplained: (largest) =>
      `各段每千漢字的標記數。每一列的比例相同，最高的一條代表 ${largest}。段落短，比率起伏就大。`,
    spreadExplained:
      '各段分布的不均程度（Gries 的 DP，標準化）：0 是與各段長度相稱，1 是全在最短的一段。標記少，單憑偶然就會不均。',
    intervalsExplained: '每千漢字的標記數；橫線是 95 % 精確區間。',
    partOfText: '全文位置',
    asChart: '以圖表顯示',
    saveAs: (title, kind) => `將「${title}」存為 ${kind}`,
    saveFailed: '無法產生圖片。',
  },

  see: (what) => `在列表與正文中顯示：${what}`,
};
