import type { Evidence } from '../engine/types';

const WIDTH = 120;
const MIDDLE = WIDTH / 2;

interface DifferenceMarkProps {
  evidence: Evidence;
  /** The difference at either end. */
  furthest: number;
}

/** A difference as a dot on the line of its interval, about a middle that stands for none. */
export function DifferenceMark({ evidence, furthest }: DifferenceMarkProps) {
  const x = (value: number): number =>
    MIDDLE + (Math.min(Math.max(value / furthest, -1), 1) * (WIDTH - 10)) / 2;
  const [low, high] = evidence.ci95;
  return (
    <svg
      class={`difference-mark ${evidence.conclusion}`}
      viewBox={`0 0 ${WIDTH} 16`}
      width={WIDTH}
      height={16}
    >
      <line class="interval-base" x1={MIDDLE} x2={MIDDLE} y1={0} y2={16} />
      <line class="interval-line" x1={x(low)} x2={x(high)} y1={8} y2={8} />
      <circle class="interval-dot" cx={x(evidence.difference)} cy={8} r={3.5} />
    </svg>
  );
}
