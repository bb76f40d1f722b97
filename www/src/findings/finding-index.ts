/** The findings of one report, ready to be asked by position. */
import type { Finding } from '../engine/types';
import { SpanIndex } from './span-index';

export class FindingIndex extends SpanIndex {
  static readonly EMPTY = new FindingIndex([]);

  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    const start = new Uint32Array(findings.length);
    const end = new Uint32Array(findings.length);
    findings.forEach((finding, i) => {
      start[i] = finding.start;
      end[i] = finding.end;
    });
    super(start, end);
    this.findings = findings;
  }
}
