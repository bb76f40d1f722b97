//! Rates with their uncertainty: a count of findings against the Han characters of the text.
//!
//! A marker that was found twice in 400 characters is no firm "5 per 1,000": the interval says how
//! far the rate could be off if findings fall like Poisson events. It is the exact ("Garwood")
//! interval, whose limits are quantiles of the gamma distribution, so it stays honest at the small
//! counts that single texts give; the usual ± 1.96 √n does not.
//!
//! Sources: F. Garwood, Fiducial limits for the Poisson distribution, *Biometrika* 28 (1936),
//! 437–442; K. Ulm, *American Journal of Epidemiology* 131 (1990), 373–375, for the form used here.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use statrs::distribution::{ContinuousCDF, Gamma};

/// Probability left out on each side of a 95 % interval.
const TAIL: f64 = 0.025;

/// Findings per 1,000 Han characters, with the exact 95 % Poisson interval; both to two decimals.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Rate {
    /// Findings per 1,000 Han characters.
    pub per_1000_han: f64,
    /// Lower and upper limit of the rate.
    pub ci95: [f64; 2],
}

impl Rate {
    /// The rate of `count` findings in `han` Han characters; all zero where there are none.
    #[must_use]
    pub fn of(count: u32, han: u32) -> Self {
        Self::over(u64::from(count), u64::from(han))
    }

    /// The rate of `count` findings in `han` Han characters of many texts.
    #[must_use]
    pub fn over(count: u64, han: u64) -> Self {
        if han == 0 {
            return Self { per_1000_han: 0.0, ci95: [0.0, 0.0] };
        }
        let per_1000 = |findings: f64| (findings * 100_000.0 / han as f64).round() / 100.0;
        let limits = poisson_interval(u32::try_from(count).unwrap_or(u32::MAX));
        Self { per_1000_han: per_1000(count as f64), ci95: limits.map(per_1000) }
    }
}

/// The exact 95 % interval of the mean of a Poisson distribution of which `count` was observed.
///
/// The limits are the 2.5 % quantile of Gamma(count, 1) and the 97.5 % quantile of
/// Gamma(count + 1, 1); the lower limit of 0 is 0.
#[must_use]
pub fn poisson_interval(count: u32) -> [f64; 2] {
    // Most counts are small, and of short texts the quantiles would be a fifth of the whole work.
    static SMALL: [OnceLock<[f64; 2]>; 256] = [const { OnceLock::new() }; 256];
    match SMALL.get(count as usize) {
        Some(known) => *known.get_or_init(|| quantiles(count)),
        None => quantiles(count),
    }
}

fn quantiles(count: u32) -> [f64; 2] {
    let count = f64::from(count);
    // `Gamma::new` refuses a shape of zero, for which the quantile is zero.
    let quantile = |shape, p| Gamma::new(shape, 1.0).map_or(0.0, |gamma| gamma.inverse_cdf(p));
    [quantile(count, TAIL), quantile(count + 1.0, 1.0 - TAIL)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_published_limits() {
        // Count, lower and upper limit, half a unit of the last printed digit.
        let table: &[(u32, f64, f64, f64)] = &[
            (0, 0.0, 3.689, 5e-4),
            (1, 0.0253, 5.572, 5e-4),
            (2, 0.242, 7.225, 5e-4),
            (5, 1.623, 11.668, 5e-4),
            (10, 4.795, 18.390, 5e-4),
            (20, 12.217, 30.888, 5e-4),
            (50, 37.11, 65.92, 5e-3),
            (100, 81.36, 121.63, 5e-3),
            (1_000, 938.97, 1063.95, 5e-3),
            (1_000_000, 998_040.98, 1_001_961.91, 5e-3),
        ];
        for &(count, low, high, tolerance) in table {
            let [lower, upper] = poisson_interval(count);
            assert!((lower - low).abs() <= tolerance, "{count}: lower {lower}, published {low}");
            assert!((upper - high).abs() <= tolerance, "{count}: upper {upper}, published {high}");
        }
    }

    #[test]
    fn every_count_has_a_finite_interval_around_it() {
        let counts = (0..2_000).chain((2_000..=10_000_000).step_by(9_973)).chain([10_000_000]);
        let mut last = [-1.0, 0.0];
        for count in counts {
            let [low, high] = poisson_interval(count);
            assert!(low.is_finite() && high.is_finite(), "{count}: {low} to {high}");
            assert!(low <= f64::from(count) && f64::from(count) < high, "{count}: {low} to {high}");
            assert!(last[0] < low && last[1] < high, "{count}: not above the count before");
            last = [low, high];
        }
    }

    #[test]
    fn rates() {
        // Count, Han characters, rate, limits.
        let table: &[(u32, u32, f64, [f64; 2])] = &[
            (0, 0, 0.0, [0.0, 0.0]),
            (7, 0, 0.0, [0.0, 0.0]),
            (0, 1_000, 0.0, [0.0, 3.69]),
            (1, 1_000, 1.0, [0.03, 5.57]),
            (1, 5_145, 0.19, [0.0, 1.08]),
            (41, 5_145, 7.97, [5.72, 10.81]),
            (5, 2, 2_500.0, [811.74, 5_834.17]),
        ];
        for &(count, han, per_1000_han, ci95) in table {
            assert_eq!(Rate::of(count, han), Rate { per_1000_han, ci95 }, "{count} in {han}");
        }
    }
}
