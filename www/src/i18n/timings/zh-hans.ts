/** 分析耗时的简体中文用语。 */
import type { Messages } from '../messages';

export const timings: Messages['timings'] = {
  heading: '花了多少时间',
  explained: '当前的文章会再分析一次，逐步计时。计时本身也要时间，所以总和比平常的分析久一点。',
  failed: '无法测量。',
  again: '再测一次',
  stage: '步骤',
  milliseconds: '毫秒',
  share: '占比',
  stages: {
    document: '读入文章',
    detect: '寻找标记',
    resolve: '取舍重叠的标记',
    voices: '分辨是谁的话',
    report: '整理报告',
  },
  all: '合计',
};
