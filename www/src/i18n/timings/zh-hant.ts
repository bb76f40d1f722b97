/** 分析耗時的繁體中文用語。 */
import type { Messages } from '../messages';

export const timings: Messages['timings'] = {
  heading: '花了多少時間',
  explained: '目前的文章會再分析一次，逐步計時。計時本身也要時間，所以總和比平常的分析久一點。',
  failed: '無法測量。',
  again: '再測一次',
  stage: '步驟',
  milliseconds: '毫秒',
  share: '占比',
  stages: {
    document: '讀入文章',
    detect: '尋找標記',
    resolve: '取捨重疊的標記',
    voices: '分辨是誰的話',
    report: '整理報告',
  },
  all: '合計',
};
