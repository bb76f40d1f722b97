/** The findings of one report, ready to be asked by position. */
import type { Finding } from '../engine/types';
import { SpanIndex } from './span-index';

export class FindingIndex extends SpanIndex {
  static readonly EMPTY = new FindingIndex([]);

  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(
      Uint32Array.from(findings, ({ start }) => start),
      Uint32Array.from(findings, ({ end }) => end),
    );
    this.findings = findings;
  }
}
