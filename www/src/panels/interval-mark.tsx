interface IntervalMarkProps {
  value: number;
  low: number;
  high: number;
  /** The value at the right end. */
  furthest: number;
}

const WIDTH = 80;

/** A rate as a dot on the line of its interval; the numbers beside it say the same. */
export function IntervalMark({ value, low, high, furthest }: IntervalMarkProps) {
  const x = (rate: number): number => 4 + (Math.min(rate, furthest) / furthest) * (WIDTH - 8);
  return (
    <svg viewBox={`0 0 ${WIDTH} 12`} width={WIDTH} height={12}>
      <line class="interval-base" x1={0} x2={WIDTH} y1={6} y2={6} />
      <line class="interval-line" x1={x(low)} x2={x(high)} y1={6} y2={6} />
      <circle class="interval-dot" cx={x(value)} cy={6} r={3.5} />
    </svg>
  );
}
