import { describe, expect, it } from 'vitest';
import { drawnOf } from './drawn';
import type { FamilyInfo, ReportColumns } from './types';

const FAMILIES = [
  { id: 'hedge', subtypes: [{ id: 'modal' }, { id: 'approximator' }] },
  { id: 'booster', subtypes: [{ id: 'certainty' }] },
] as FamilyInfo[];

describe('what is drawn of a report', () => {
  it('is its findings by their places and kinds', () => {
    const columns = {
      findings: {
        start: Uint32Array.of(1, 5, 9),
        end: Uint32Array.of(3, 6, 11),
        marker: Uint32Array.of(1, 0, 1),
      },
      markers: { family: Uint32Array.of(1, 3), subtype: Uint32Array.of(2, 4) },
      texts: { all: 'hedgeapproximatorboostercertainty', ends: Uint32Array.of(5, 17, 24, 33) },
    } as ReportColumns;
    const { after, highlights } = drawnOf(columns, FAMILIES, 12);
    expect(after).toEqual({ start: 0, end: 12 });
    expect([...highlights.start]).toEqual([1, 5, 9]);
    expect([...highlights.end]).toEqual([3, 6, 11]);
    expect([...highlights.kind]).toEqual([2, 1, 2]);
  });
});
