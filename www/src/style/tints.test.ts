/** The families' colours, as readers with and without colour vision see them. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

type Triple = [number, number, number];

interface Family {
  id: string;
  light: string;
  dark: string;
  line: string;
}

const lexicon = fileURLToPath(new URL('../../../lexicon/', import.meta.url));
const families: Family[] = readdirSync(lexicon, { withFileTypes: true }).flatMap((folder) => {
  if (!folder.isDirectory()) return [];
  let toml: string;
  try {
    toml = readFileSync(`${lexicon}${folder.name}/family.toml`, 'utf8');
  } catch {
    return [];
  }
  const color = /^color = \{ light = "(#\w{6})", dark = "(#\w{6})" \}$/m.exec(toml);
  const line = /^line = "(\w+)"$/m.exec(toml);
  if (!color?.[1] || !color[2] || !line?.[1]) throw new Error(`${folder.name} has no colours`);
  return [{ id: folder.name, light: color[1], dark: color[2], line: line[1] }];
});

/** Linear red, green and blue of a colour such as `#0a7f77`. */
function linear(hex: string): Triple {
  return [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as Triple;
}

const dot = (row: Triple, [a, b, c]: Triple): number => row[0] * a + row[1] * b + row[2] * c;

/**
 * Full dichromacy, after G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, A physiologically-based
 * model for simulation of color vision deficiency, IEEE TVCG 15 (2009), 1291–1298.
 */
const VISIONS: Record<string, [Triple, Triple, Triple]> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'no red cones': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'no green cones': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'no blue cones': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Oklab, in which distances are about as large as differences look. */
function oklab(rgb: Triple): Triple {
  const seen = rgb.map((each) => Math.min(1, Math.max(0, each))) as Triple;
  const [l, m, s] = (
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ] as Triple[]
  ).map((row) => Math.cbrt(dot(row, seen))) as Triple;
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], [l, m, s]),
    dot([1.9779984951, -2.428592205, 0.4505937099], [l, m, s]),
    dot([0.0259040371, 0.7827717662, -0.808675766], [l, m, s]),
  ];
}

const contrast = (one: string, other: string): number => {
  const [low = 0, high = 0] = [one, other]
    .map((hex) => dot([0.2126, 0.7152, 0.0722], linear(hex)))
    .sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

describe('the families', () => {
  it('have lines of their own, for print and for whoever sees no colours', () => {
    expect(families.length).toBeGreaterThanOrEqual(5);
    expect(new Set(families.map(({ line }) => line)).size).toBe(families.length);
  });

  for (const theme of ['light', 'dark'] as const) {
    const sheet = theme === 'light' ? '#fffdf8' : '#1f1d1a';
    it(`stand out from the ${theme} page`, () => {
      for (const family of families) {
        expect(contrast(family[theme], sheet), family.id).toBeGreaterThan(4.5);
      }
    });

    for (const [vision, matrix] of Object.entries(VISIONS)) {
      it(`can be told apart by colour on the ${theme} page with ${vision}`, () => {
        const seen = families.map((family) => ({
          id: family.id,
          color: oklab(matrix.map((row) => dot(row, linear(family[theme]))) as Triple),
        }));
        for (const [i, one] of seen.entries()) {
          for (const other of seen.slice(i + 1)) {
            const distance = Math.hypot(
              ...one.color.map((each, k) => each - (other.color[k] ?? 0)),
            );
            expect(distance, `${one.id} and ${other.id}`).toBeGreaterThan(0.08);
          }
        }
      });
    }
  }
});
