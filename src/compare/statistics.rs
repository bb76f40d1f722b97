//! The formulas of a comparison, each with its source.
//!
//! Counts are taken for Poisson: findings fall independently, at a rate of their side. Where the texts
//! of a side differ more than that would make them, the dispersion says by how much, and intervals and
//! probabilities allow for it.
//!
//! | figure | source |
//! | --- | --- |
//! | G² | T. Dunning, *Computational Linguistics* 19 (1993), 61–74; in the form of P. Rayson and R. Garside, *Proceedings of the Workshop on Comparing Corpora* (2000), 1–6 |
//! | log ratio | A. Hardie, *Log Ratio: an informal introduction* (2014), with half a finding where there is none |
//! | interval of the difference | G. Zou and A. Donner, *Statistics in Medicine* 27 (2008), 1693–1702 (MOVER), from the exact limits of each rate |
//! | probability | the conditional distribution of the counts given their sum is binomial: J. Przyborowski and H. Wilenski, *Biometrika* 31 (1940), 313–323; outcomes ordered by G² |
//! | dispersion | Pearson's X² by its degrees of freedom, and F instead of χ²: P. McCullagh and J. Nelder, *Generalized Linear Models* (1989), sections 4.5 and 6.2 |
//! | correction | S. Holm, *Scandinavian Journal of Statistics* 6 (1979), 65–70 |

use statrs::distribution::{ChiSquared, ContinuousCDF, FisherSnedecor};
use statrs::function::factorial::ln_binomial;

use crate::report::poisson_interval;

/// Up to this sum of counts, the probability is computed exactly; beyond it χ² is as good.
const EXACT: u64 = 10_000;
/// Fewer degrees of freedom do not tell how much texts differ.
const LEAST_FREEDOM: u32 = 8;

/// One side's counts of one thing.
#[derive(Debug, Clone, Copy)]
pub struct Sample {
    /// Findings.
    pub count: u64,
    /// Han characters.
    pub han: u64,
    /// Texts.
    pub texts: u32,
    /// The sum over the texts of count² / Han characters.
    pub squares: f64,
}

impl Sample {
    /// Findings per Han character.
    fn rate(&self) -> f64 {
        self.count as f64 / self.han as f64
    }
}

/// All figures of one row; rates per 1,000 Han characters.
#[derive(Debug, Clone, Copy)]
pub struct Test {
    /// The rate of A less that of B.
    pub difference: f64,
    /// Its 95 % interval.
    pub ci95: [f64; 2],
    /// Log-likelihood.
    pub g2: f64,
    /// Binary logarithm of the ratio of the rates.
    pub log_ratio: f64,
    /// The probability of such a G² or a larger one if both rates are the same.
    pub p: f64,
    /// Dispersion, not below one; none with too few texts.
    pub dispersion: Option<f64>,
}

impl Test {
    /// The figures of two samples, each with at least one Han character.
    #[must_use]
    pub fn of([a, b]: [Sample; 2]) -> Self {
        let g2 = log_likelihood([a.count, b.count], [a.han, b.han]);
        let dispersion = dispersion([a, b]);
        let exact = probability([a.count, b.count], [a.han, b.han]);
        let p = dispersion.map_or(exact, |by| exact.max(dispersed_probability(g2, by, [a, b])));
        Self {
            difference: (a.rate() - b.rate()) * 1000.0,
            ci95: difference_interval([a, b], dispersion.unwrap_or(1.0)),
            g2,
            log_ratio: log_ratio([a.count, b.count], [a.han, b.han]),
            p,
            dispersion,
        }
    }
}

/// G² = 2 Σ observed · ln(observed / expected), where the expected counts share out their sum by the
/// lengths of the sides; nothing observed adds nothing.
#[must_use]
pub fn log_likelihood(counts: [u64; 2], han: [u64; 2]) -> f64 {
    let sum = (counts[0] + counts[1]) as f64;
    let length = (han[0] + han[1]) as f64;
    let term = |side: usize| {
        let observed = counts[side] as f64;
        if observed == 0.0 {
            0.0
        } else {
            observed * (observed * length / (sum * han[side] as f64)).ln()
        }
    };
    (2.0 * (term(0) + term(1))).max(0.0)
}

/// log₂ of the ratio of the rates; half a finding stands for none, and nothing on both sides is 0.
#[must_use]
pub fn log_ratio(counts: [u64; 2], han: [u64; 2]) -> f64 {
    if counts == [0, 0] {
        return 0.0;
    }
    let rate = |side: usize| {
        let count = if counts[side] == 0 { 0.5 } else { counts[side] as f64 };
        count / han[side] as f64
    };
    (rate(0) / rate(1)).log2()
}

/// The 95 % interval of the difference of two rates per 1,000 Han characters: each limit joins the
/// distances of the rates from their own limits, of which it takes the root of the sum of squares.
/// A dispersion widens those distances by its root.
#[must_use]
pub fn difference_interval([a, b]: [Sample; 2], dispersion: f64) -> [f64; 2] {
    let limits = |sample: &Sample| {
        let count = u32::try_from(sample.count).unwrap_or(u32::MAX);
        poisson_interval(count).map(|limit| limit / sample.han as f64)
    };
    let ([low_a, high_a], [low_b, high_b]) = (limits(&a), limits(&b));
    let (rate_a, rate_b) = (a.rate(), b.rate());
    let difference = rate_a - rate_b;
    let root = dispersion.sqrt();
    let low = difference - root * (rate_a - low_a).hypot(high_b - rate_b);
    let high = difference + root * (high_a - rate_a).hypot(rate_b - low_b);
    [low * 1000.0, high * 1000.0]
}

/// The probability, given the sum of the counts and the same rate on both sides, of a split whose G²
/// is as large as the one observed or larger.
#[must_use]
pub fn probability(counts: [u64; 2], han: [u64; 2]) -> f64 {
    let observed = log_likelihood(counts, han);
    let sum = counts[0] + counts[1];
    if sum > EXACT {
        return tail_of_chi_squared(observed);
    }
    let share = han[0] as f64 / (han[0] + han[1]) as f64;
    let (ln_in, ln_out) = (share.ln(), (1.0 - share).ln());
    // Splits that are equally far apart differ in the last digits of their G².
    let least = observed * (1.0 - 1e-9);
    let far = (0..=sum).filter(|&k| log_likelihood([k, sum - k], han) >= least);
    let total: f64 = far
        .map(|k| (ln_binomial(sum, k) + k as f64 * ln_in + (sum - k) as f64 * ln_out).exp())
        .sum();
    total.min(1.0)
}

fn tail_of_chi_squared(g2: f64) -> f64 {
    // One degree of freedom is always allowed.
    ChiSquared::new(1.0).map_or(1.0, |distribution| distribution.sf(g2))
}

/// Degrees of freedom of the texts around the rates of their sides.
fn freedom([a, b]: [Sample; 2]) -> u32 {
    (a.texts + b.texts).saturating_sub(2)
}

/// How much more the texts of a side differ than Poisson would make them: X² by its degrees of
/// freedom, not below one; none with too few texts or without any finding.
///
/// With the rate r of a side, X² sums (count − r·han)² / (r·han) over its texts, which is
/// (Σ count² / han) / r − Σ count.
#[must_use]
pub fn dispersion(samples: [Sample; 2]) -> Option<f64> {
    let freedom = freedom(samples);
    if freedom < LEAST_FREEDOM || samples.iter().all(|sample| sample.count == 0) {
        return None;
    }
    let found = samples.iter().filter(|sample| sample.count > 0);
    let squares = found.map(|sample| sample.squares / sample.rate() - sample.count as f64);
    Some((squares.sum::<f64>() / f64::from(freedom)).max(1.0))
}

fn dispersed_probability(g2: f64, dispersion: f64, samples: [Sample; 2]) -> f64 {
    let freedom = f64::from(freedom(samples));
    FisherSnedecor::new(1.0, freedom).map_or(1.0, |distribution| distribution.sf(g2 / dispersion))
}

/// Holm's step-down correction: the smallest of m probabilities times m, the next times m − 1, and so
/// on, none smaller than the one before and none above 1; in the order in which they were given.
#[must_use]
pub fn holm(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|&a, &b| p[a].total_cmp(&p[b]));
    let mut corrected = vec![0.0; p.len()];
    let mut least: f64 = 0.0;
    for (rank, &index) in order.iter().enumerate() {
        least = least.max((p[index] * (p.len() - rank) as f64).min(1.0));
        corrected[index] = least;
    }
    corrected
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(value: f64, expected: f64, tolerance: f64) -> bool {
        (value - expected).abs() <= tolerance
    }

    fn sample(count: u64, han: u64) -> Sample {
        Sample { count, han, texts: 1, squares: (count * count) as f64 / han as f64 }
    }

    #[test]
    fn log_likelihood_by_hand() {
        // Counts, Han characters, G². Row one: both sides expect 15; 2(10 ln ⅔ + 20 ln 4⁄3)
        // = 2(−4.05465 + 5.75364). Row two: 2·8 ln 2. Row three, expected 10 and 30:
        // 2(20 ln 2 + 20 ln ⅔) = 40 ln 4⁄3.
        let table = [
            ([10, 20], [1_000, 1_000], 3.397_98),
            ([8, 0], [500, 500], 11.090_35),
            ([20, 20], [1_000, 3_000], 11.507_28),
            ([3, 6], [1_000, 2_000], 0.0),
            ([0, 0], [1_000, 2_000], 0.0),
        ];
        for (counts, han, g2) in table {
            let value = log_likelihood(counts, han);
            assert!(near(value, g2, 1e-5), "{counts:?} in {han:?}: {value}, by hand {g2}");
        }
    }

    #[test]
    fn log_ratio_by_hand() {
        for (counts, han, expected) in [
            ([10, 20], [1_000, 1_000], -1.0),
            ([20, 20], [1_000, 4_000], 2.0),
            ([4, 0], [1_000, 1_000], 3.0),
            ([0, 0], [1_000, 3_000], 0.0),
        ] {
            assert!(near(log_ratio(counts, han), expected, 1e-12), "{counts:?} in {han:?}");
        }
    }

    #[test]
    fn probability_by_hand() {
        // With equal sides, all three on one: 2 · ½³. One of four: (1 + 4 + 4 + 1) / 16.
        // With a quarter of the length, two of two: 1⁄16; the split 0:2 has a smaller G².
        for (counts, han, expected) in [
            ([3, 0], [1_000, 1_000], 0.25),
            ([1, 3], [700, 700], 0.625),
            ([2, 0], [1_000, 3_000], 0.0625),
            ([5, 5], [1_000, 1_000], 1.0),
            ([0, 0], [1_000, 1_000], 1.0),
        ] {
            let p = probability(counts, han);
            assert!(near(p, expected, 1e-12), "{counts:?} in {han:?}: {p}, by hand {expected}");
        }
    }

    #[test]
    fn the_exact_probability_meets_chi_squared_where_one_follows_the_other() {
        let [below, above] =
            [[4_900, 5_100], [4_901, 5_101]].map(|n| probability(n, [1_000_000; 2]));
        assert!(near(below, above, 2e-3), "{below} and {above}");
        // 3.841459 is the 95 % quantile of χ² with one degree of freedom.
        assert!(near(tail_of_chi_squared(3.841_459), 0.05, 1e-7));
    }

    #[test]
    fn interval_of_a_difference_by_hand() {
        // 10 in 1,000 and 5 in 1,000. The limits of 10 are 4.795 and 18.390, those of 5 are 1.623 and
        // 11.668 (Garwood 1936): 5 − √(5.205² + 6.668²) and 5 + √(8.390² + 3.377²).
        let [low, high] = difference_interval([sample(10, 1_000), sample(5, 1_000)], 1.0);
        assert!(near(low, -3.459, 2e-3) && near(high, 14.044, 2e-3), "{low} to {high}");
        // A dispersion of four doubles the distances.
        let [wide_low, wide_high] = difference_interval([sample(10, 1_000), sample(5, 1_000)], 4.0);
        assert!(near(wide_low, 5.0 - 2.0 * 8.459, 4e-3), "{wide_low}");
        assert!(near(wide_high, 5.0 + 2.0 * 9.044, 4e-3), "{wide_high}");
    }

    #[test]
    fn dispersion_by_hand() {
        // Five texts of 1,000 a side. A has 2, 2, 2, 2, 2; B has 0, 0, 0, 0, 10, so that each of B
        // expects 2: X² = 0 + (4 · 2² + 8²) / 2 = 40, on eight degrees of freedom.
        let a = Sample { count: 10, han: 5_000, texts: 5, squares: 5.0 * 4.0 / 1_000.0 };
        let b = Sample { count: 10, han: 5_000, texts: 5, squares: 100.0 / 1_000.0 };
        assert!(near(dispersion([a, b]).expect("enough texts"), 5.0, 1e-12));
        assert_eq!(dispersion([a, a]), Some(1.0), "never below one");
        assert_eq!(dispersion([Sample { texts: 4, ..a }, b]), None, "too few texts");
        let none = Sample { count: 0, squares: 0.0, ..a };
        assert_eq!(dispersion([none, none]), None, "nothing found");
    }

    #[test]
    fn holm_by_hand() {
        let corrected = holm(&[0.01, 0.04, 0.03, 0.005]);
        for (value, expected) in corrected.iter().zip([0.03, 0.06, 0.06, 0.02]) {
            assert!(near(*value, expected, 1e-12), "{corrected:?}");
        }
        assert_eq!(holm(&[0.6, 0.9]), [1.0, 1.0]);
        assert!(holm(&[]).is_empty());
    }
}
