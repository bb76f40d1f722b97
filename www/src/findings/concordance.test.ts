import { describe, expect, it } from 'vitest';
import type { Finding } from '../engine/types';
import { Alphabet, EVERYTHING, ORDERS, ordered, seen, type Lens, type Order } from './concordance';

const TEXT =
  '他也許會來。她大概不去，可能吧！一定。\n今天下雨，我們哪裡都不去，只在家裡看書、喝茶、下棋，他也許會走。';
const finding = (marker: string, from: number, kind: string, voice: string | null): Finding => {
  const start = TEXT.indexOf(marker, from);
  const [family = '', subtype = ''] = kind.split('/');
  return {
    start,
    end: start + marker.length,
    text: marker,
    family,
    subtype,
    rule: `${kind}/test`,
    variant_of: null,
    voice,
    refers_to: null,
    meaning: null,
    role: null,
    why: '',
  };
};

const findings = [
  finding('也許', 0, 'hedge/modal', null),
  finding('大概', 0, 'hedge/approximator', null),
  finding('可能', 0, 'hedge/modal', '李工'),
  finding('！', 0, 'exclamation/mark', '李工'),
  finding('一定', 0, 'booster/certainty', null),
  finding('也許', 10, 'hedge/modal', null),
];
const pattern = finding('也許', 0, 'hedge/modal', null);
const secondLine = TEXT.indexOf('\n') + 1;

const look = (lens: Partial<Lens>, hidden: string[] = []): number[] => [
  ...seen(TEXT, findings, { ...EVERYTHING, ...lens }, new Set(hidden)),
];

describe('the lens shows', () => {
  it.each<[string, Partial<Lens>, string[], number[]]>([
    ['everything', {}, [], [0, 1, 2, 3, 4, 5]],
    ['nothing of families that are switched off', {}, ['hedge'], [3, 4]],
    ['a family', { kind: 'hedge' }, [], [0, 1, 2, 5]],
    ['a subtype', { kind: 'hedge/modal' }, [], [0, 2, 5]],
    ['a voice', { voice: '李工' }, [], [2, 3]],
    ['the writer', { voice: null }, [], [0, 1, 4, 5]],
    [
      'some paragraphs',
      { stretch: { first: 2, last: 2, start: secondLine, end: TEXT.length } },
      [],
      [5],
    ],
    ['markers with these words', { words: '也許' }, [], [0, 1, 2, 3, 4, 5]],
    ['words near by', { words: '會走' }, [], [5]],
    ['what has all of it', { kind: 'hedge', voice: null, words: '也許' }, [], [0, 1, 5]],
    ['nothing, if nothing fits', { words: '沒有' }, [], []],
  ])('%s', (_, lens, hidden, expected) => {
    expect(look(lens, hidden)).toEqual(expected);
  });
});

const KINDS = new Map(
  ['hedge/modal', 'hedge/approximator', 'exclamation/mark', 'booster/certainty'].map((kind, i) => [
    kind,
    i,
  ]),
);

const inOrder = (order: Order, descending = false, language = 'zh-Hant'): number[] => [
  ...ordered(
    Uint32Array.from([0, 1, 2, 3, 4, 5]),
    { order, descending },
    TEXT,
    findings,
    new Alphabet(language),
    KINDS,
  ),
];

describe('rows', () => {
  it.each<[Order, boolean, number[]]>([
    ['position', false, [0, 1, 2, 3, 4, 5]],
    ['position', true, [5, 4, 3, 2, 1, 0]],
    ['kind', false, [0, 2, 5, 1, 3, 4]],
    ['kind', true, [4, 3, 1, 0, 2, 5]],
  ])('are ordered by %s, descending: %s', (order, descending, expected) => {
    expect(inOrder(order, descending)).toEqual(expected);
  });

  it('with the same words before them follow one another, nearest word first', () => {
    // 他 stands before the first and the last.
    const rows = inOrder('before');
    expect(Math.abs(rows.indexOf(0) - rows.indexOf(5))).toBe(1);
  });

  it('are sorted by strokes in Traditional and by sound in Simplified', () => {
    const byStroke = inOrder('marker', false, 'zh-Hant').map((i) => findings[i]?.text);
    expect(byStroke).toEqual(['！', '一定', '也許', '也許', '大概', '可能']);
    const bySound = inOrder('marker', false, 'zh-Hans').map((i) => findings[i]?.text);
    expect(bySound).toEqual(['！', '大概', '可能', '也許', '也許', '一定']);
  });

  it('agree with a comparison of what stands there, in every order', () => {
    const alphabet = new Alphabet('zh-Hans');
    const characters = '也許可能一定的了是不在有他她它，。';
    let seed = 5;
    const random = (below: number): number => {
      seed = (seed * 16807) % 2147483647;
      return seed % below;
    };
    const text = Array.from({ length: 3000 }, () => characters.charAt(random(17))).join('');
    const many = Array.from({ length: 600 }, (_, i): Finding => {
      const start = i * 5;
      const end = start + 1 + random(3);
      return { ...pattern, start, end, text: text.slice(start, end) };
    });
    const rows = Uint32Array.from(many.keys());
    const collator = new Intl.Collator('zh-Hans');
    const keyOf: Record<Order, (i: number) => string> = {
      position: () => '',
      kind: () => '',
      before: (i) =>
        Array.from(text.slice(Math.max(0, i * 5 - 8), i * 5))
          .reverse()
          .join(''),
      marker: (i) => many[i]?.text ?? '',
      after: (i) => text.slice(many[i]?.end, (many[i]?.end ?? 0) + 8),
    };
    const compare = (a: string, b: string): number => {
      for (let k = 0; k < 8; k++) {
        const [one, other] = [a.charAt(k), b.charAt(k)];
        const difference = collator.compare(one, other);
        if (difference !== 0) return difference;
      }
      return 0;
    };
    for (const order of ORDERS) {
      for (const descending of [false, true]) {
        const sorted = ordered(rows, { order, descending }, text, many, alphabet, KINDS);
        const sign = descending ? -1 : 1;
        const plain = [...rows].sort((a, b) => sign * compare(keyOf[order](a), keyOf[order](b)));
        if (order === 'position' && descending) plain.reverse();
        expect([...sorted], `${order} ${descending}`).toEqual(plain);
      }
    }
  });

  it('are many, and still ordered within a few frames', () => {
    const text = '今天他也許會來，明天她大概不去。'.repeat(10_000);
    const many = Array.from({ length: 50_000 }, (_, i): Finding => {
      const start = (i * 3) % (text.length - 10);
      return {
        ...pattern,
        start,
        end: start + 2,
        text: text.slice(start, start + 2),
      };
    });
    const rows = Uint32Array.from(many.keys());
    const alphabet = new Alphabet('zh-Hant');
    const begin = performance.now();
    expect(
      ordered(rows, { order: 'before', descending: false }, text, many, alphabet, KINDS),
    ).toHaveLength(50_000);
    expect(performance.now() - begin).toBeLessThan(1000);
  });
});
