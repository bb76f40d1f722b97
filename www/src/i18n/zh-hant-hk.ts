/** 繁體中文介面用語，香港。 */
import { inHongKong } from './hong-kong';
import { zhHant } from './zh-hant';

export const zhHantHk = inHongKong(zhHant);
