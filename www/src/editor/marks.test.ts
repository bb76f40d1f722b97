import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../engine/types';
import { FindingIndex } from '../findings/finding-index';
import {
  currentRange,
  drawnBetween,
  drawnRange,
  findingsAt,
  marksField,
  neighbour,
  setDrawn,
  setFindings,
  setHidden,
  setSelected,
} from './marks';

const finding = (start: number, end: number, family: string): Finding => ({
  start,
  end,
  text: '',
  family,
  subtype: 'modal',
  rule: `${family}/modal/test`,
  variant_of: null,
  voice: null,
  refers_to: null,
  meaning: null,
  role: null,
  why: '',
});

const TEXT = '他也許來，她一定去。';
const analysed = (): EditorState =>
  EditorState.create({ doc: TEXT, extensions: marksField }).update({
    effects: setFindings.of(new FindingIndex([finding(1, 3, 'hedge'), finding(6, 8, 'booster')])),
  }).state;

const ranges = (state: EditorState): string[] => {
  const marks = state.field(marksField);
  return marks.index.findings.map((each) => {
    const { from, to } = currentRange(marks, each);
    return state.sliceDoc(from, to);
  });
};

describe('marks', () => {
  it.each([
    ['before', { from: 0, insert: '😀聽說' }, ['也許', '一定']],
    ['between', { from: 4, to: 6, insert: '' }, ['也許', '一定']],
    ['right before a finding', { from: 1, insert: '們' }, ['也許', '一定']],
    ['right after a finding', { from: 3, insert: '會' }, ['也許', '一定']],
    ['inside a finding', { from: 2, insert: '么' }, ['也么許', '一定']],
    ['over a finding', { from: 1, to: 4 }, ['', '一定']],
  ])('stay on their words when the text changes %s', (_, changes, expected) => {
    const { state } = analysed().update({ changes });
    expect(ranges(state)).toEqual(expected);
  });

  it('are found by where they stand now', () => {
    let { state } = analysed().update({ changes: { from: 0, insert: '今天' } });
    ({ state } = state.update({ changes: { from: 0, to: 1 } }));
    expect(findingsAt(state, 2)).toEqual([0]);
    expect(findingsAt(state, 1)).toEqual([]);
    expect(findingsAt(state, 7)).toEqual([1]);
  });

  it('of families that are switched off are passed over', () => {
    const { state } = analysed().update({ effects: setHidden.of(new Set(['hedge'])) });
    expect(findingsAt(state, 1)).toEqual([]);
    expect(neighbour(state, 1)).toBe(1);
  });

  it('are walked from the caret, then from the chosen one, up to the ends', () => {
    let state = analysed();
    expect(neighbour(state, 1)).toBe(0);
    expect(neighbour(state, -1)).toBeNull();
    ({ state } = state.update({ effects: setSelected.of(0) }));
    expect(neighbour(state, 1)).toBe(1);
    ({ state } = state.update({ effects: setSelected.of(1) }));
    expect(neighbour(state, 1)).toBeNull();
    expect(neighbour(state, -1)).toBe(0);
  });

  it('begin anew with a new report', () => {
    let { state } = analysed().update({ changes: { from: 0, insert: '今天' } });
    ({ state } = state.update({
      effects: setFindings.of(new FindingIndex([finding(3, 5, 'hedge')])),
    }));
    expect(ranges(state)).toEqual(['也許']);
  });

  const KINDS = ['hedge', 'booster'].map((family) => ({ family, subtype: 'modal' }));
  const drawn = (start: number[], end: number[], kind: number[], until: number) => ({
    before: { start: 0, end: 0xffff_ffff },
    after: { start: 0, end: until },
    highlights: {
      start: Uint32Array.from(start),
      end: Uint32Array.from(end),
      kind: Uint16Array.from(kind),
    },
  });
  const shown = (state: EditorState): string[] => {
    const marks = state.field(marksField);
    return drawnBetween(marks, 0, state.doc.length).map((i) => {
      const { from, to } = drawnRange(marks, i);
      return `${marks.drawn.kind(i)?.family}:${state.sliceDoc(from, to)}`;
    });
  };

  it('are drawn where they are now, whether the report knows of the edit or not', () => {
    let { state } = analysed().update({
      effects: setDrawn.of({
        stretch: drawn([1, 6], [3, 8], [0, 1], TEXT.length),
        later: null,
        kinds: KINDS,
      }),
    });
    ({ state } = state.update({ changes: { from: 0, insert: '可能' } }));
    expect(shown(state)).toEqual(['hedge:也許', 'booster:一定']);
    // The answer to this edit comes after the next one.
    const next = state.update({ changes: { from: 0, insert: '今天' } });
    ({ state } = next.state.update({
      effects: setDrawn.of({
        stretch: {
          ...drawn([0, 3], [2, 5], [0, 0], 8),
          before: { start: 0, end: 6 },
        },
        later: next.changes.desc,
        kinds: KINDS,
      }),
    }));
    expect(shown(state)).toEqual(['hedge:可能', 'hedge:也許', 'booster:一定']);
    expect(ranges(state)).toEqual(['也許', '一定']);
    ({ state } = state.update({ effects: setHidden.of(new Set(['hedge'])) }));
    expect(shown(state)).toEqual(['booster:一定']);
  });
});
