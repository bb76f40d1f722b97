import { describe, expect, it } from 'vitest';
import { HONG_KONG, inHongKong } from './hong-kong';
import { zhHant } from './zh-hant';

const hongKong = inHongKong(zhHant);

function strings(node: object): string[] {
  return Object.values(node).flatMap((each: unknown) => {
    if (typeof each === 'string') return [each];
    return typeof each === 'object' && each !== null ? strings(each) : [];
  });
}

describe('Hong Kong wording', () => {
  it('has none of the words of Taiwan', () => {
    const all = strings(hongKong).join('\n');
    for (const [taiwan] of HONG_KONG) expect(all).not.toContain(taiwan);
    expect(all).toContain('網絡');
    expect(all).toContain('軟件');
  });

  it('leaves what a message is given as it is', () => {
    expect(hongKong.fileEmpty('臺北裡的軟體')).toBe('「臺北裡的軟體」是空的。原來的文字還在。');
    expect(hongKong.paragraphs('2', '2')).toBe(zhHant.paragraphs('2', '2'));
    expect(hongKong.findingsCount(7, String)).toBe(zhHant.findingsCount(7, String));
  });

  it('rewords what messages say around it', () => {
    expect(hongKong.lexicons.refused('裡')).toBe(zhHant.lexicons.refused('裡'));
    expect(zhHant.textSetAside('甲')).toContain('裡');
    expect(hongKong.textSetAside('甲')).toBe('「甲」仍收在你的文章裏。');
  });
});
