/**
 * Rates of subtypes with their uncertainty. The report gives them for families; subtypes follow the
 * same rule: the exact (Garwood 1936) 95 % interval of a Poisson count, whose limits are quantiles
 * of the gamma distribution.
 */

export interface Rate {
  per1000: number;
  interval: readonly [number, number];
}

/** Findings per 1,000 Han characters, to two decimals; zeros where there is no Han character. */
export function rateOf(count: number, han: number): Rate {
  if (han === 0) return { per1000: 0, interval: [0, 0] };
  const per1000 = (findings: number): number => Math.round((findings * 100_000) / han) / 100;
  const [low, high] = poissonInterval(count);
  return { per1000: per1000(count), interval: [per1000(low), per1000(high)] };
}

const TAIL = 0.025;

/** The exact 95 % interval of the mean of a Poisson distribution of which `count` was observed. */
export function poissonInterval(count: number): [number, number] {
  const low = count === 0 ? 0 : gammaQuantile(count, TAIL);
  return [low, gammaQuantile(count + 1, 1 - TAIL)];
}

/** The value below which Gamma(shape, 1) falls with probability `p`. */
function gammaQuantile(shape: number, p: number): number {
  const logGamma = logFactorial(shape - 1);
  const reach = 10 * Math.sqrt(shape) + 10;
  let low = Math.max(0, shape - reach);
  let high = shape + reach;
  while (high - low > 1e-9 * high) {
    const middle = (low + high) / 2;
    if (lowerGamma(shape, middle, logGamma) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The regularised lower incomplete gamma function: a series below its mean, a fraction above. */
function lowerGamma(shape: number, x: number, logGamma: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(shape * Math.log(x) - x - logGamma);
  if (x < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let k = shape + 1; term > sum * 1e-14; k++) {
      term *= x / k;
      sum += term;
    }
    return front * sum;
  }
  // Lentz's evaluation of the continued fraction for the upper tail.
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let i = 1; i < 100_000; i++) {
    const a = -i * (i - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    const factor = d * c;
    fraction *= factor;
    if (Math.abs(factor - 1) < 1e-14) break;
  }
  return 1 - front * fraction;
}

function logFactorial(n: number): number {
  if (n < 256) {
    let sum = 0;
    for (let k = 2; k <= n; k++) sum += Math.log(k);
    return sum;
  }
  // Stirling's series: at 256 the first term left out is below 1e-15.
  const x = n + 1;
  return (
    (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x ** 3)
  );
}
