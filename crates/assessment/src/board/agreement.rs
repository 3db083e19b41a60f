//! How far members agree: agreement A of van der Eijk, in exact fractions.

use super::fraction::Fraction;

/// How far answers on an ordered scale agree: 1 if all are alike, 0 if they are spread evenly, −1 if half
/// of them stand at either end.
///
/// The measure is that of C. van der Eijk, "Measuring agreement in ordered rating scales", 2001
/// (doi 10.1023/A:1010374114305). It is kept as an exact fraction, because a rounded one can fall on the
/// wrong side of a word's border.
///
/// ```
/// use assessment::board::{Agreement, AgreementWord};
///
/// let agreement = Agreement::of(&[1, 0, 0, 0, 4]).expect("somebody answered");
/// assert_eq!(agreement.word(), AgreementWord::Mixed, "exactly 0.2");
/// assert!(Agreement::of(&[0, 0, 0, 0, 0]).is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreement(Fraction);

/// Agreement in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgreementWord {
    /// From 0.6.
    Shared,
    /// From 0.2.
    Mixed,
    /// Below 0.2.
    Split,
}

impl Agreement {
    /// The agreement of answers of which `counts` tells how many chose each level, from the lowest; 2 to 7
    /// levels. `None` without any answer.
    #[must_use]
    pub fn of(counts: &[u32]) -> Option<Agreement> {
        let answers: i128 = counts.iter().map(|count| i128::from(*count)).sum();
        if answers == 0 {
            return None;
        }
        // Of two levels no three can make a pattern.
        if let [low, high] = *counts {
            return Some(Agreement(Fraction::new(i128::from(low.abs_diff(high)), answers)));
        }
        let mut rest = counts.to_vec();
        let mut sum = Fraction::ZERO;
        while let Some(height) = rest.iter().copied().filter(|count| *count > 0).min() {
            let layer: Vec<bool> = rest.iter().map(|count| *count > 0).collect();
            sum = sum.plus(of_layer(&layer, i128::from(height), answers));
            for count in &mut rest {
                *count = count.saturating_sub(height);
            }
        }
        Some(Agreement(sum))
    }

    /// From −1 to 1.
    #[must_use]
    pub fn value(self) -> f64 {
        self.0.as_float()
    }

    /// In hundredths, from −100 to 100, halves rounded away from zero.
    ///
    /// ```
    /// use assessment::board::Agreement;
    ///
    /// let agreement = Agreement::of(&[0, 1, 3, 5, 1]).expect("somebody answered");
    /// assert_eq!(agreement.hundredths(), 60);
    /// ```
    #[must_use]
    pub fn hundredths(self) -> i32 {
        i32::try_from(self.0.hundredths()).unwrap_or_default()
    }

    /// In a word.
    #[must_use]
    pub fn word(self) -> AgreementWord {
        if self.0.is_at_least(Fraction::new(3, 5)) {
            AgreementWord::Shared
        } else if self.0.is_at_least(Fraction::new(1, 5)) {
            AgreementWord::Mixed
        } else {
            AgreementWord::Split
        }
    }
}

/// What a layer adds: its agreement, times its share of all answers. In a layer each level is chosen by
/// `height` answers or by none.
fn of_layer(layer: &[bool], height: i128, answers: i128) -> Fraction {
    let levels = length(layer.len());
    let chosen = length(layer.iter().filter(|is_chosen| **is_chosen).count());
    let weight = height * chosen;
    if chosen == 1 {
        return Fraction::new(weight, answers);
    }
    let (one_peak, two_peaks) = patterns(layer);
    if one_peak + two_peaks == 0 {
        return Fraction::ZERO;
    }
    let over = (levels - 2) * one_peak - (levels - 1) * two_peaks;
    let under = (levels - 2) * (one_peak + two_peaks);
    // 1 − (S−1)/(K−1) is (K−S)/(K−1).
    Fraction::new(weight * over * (levels - chosen), answers * under * (levels - 1))
}

/// Of all choices of three levels in their order, how many have their two chosen ones side by side, and how
/// many one that nobody chose between two that were chosen.
fn patterns(layer: &[bool]) -> (i128, i128) {
    let (mut one_peak, mut two_peaks) = (0, 0);
    for (first, low) in layer.iter().enumerate() {
        for (second, middle) in layer.iter().enumerate().skip(first + 1) {
            for high in layer.iter().skip(second + 1) {
                match (low, middle, high) {
                    (true, true, false) | (false, true, true) => one_peak += 1,
                    (true, false, true) => two_peaks += 1,
                    _ => {}
                }
            }
        }
    }
    (one_peak, two_peaks)
}

fn length(length: usize) -> i128 {
    i128::try_from(length).unwrap_or(i128::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn alike_is_one_evenly_spread_is_nought_and_either_end_is_minus_one() {
        for levels in 3..=7 {
            let mut counts = vec![0; levels];
            counts[levels - 1] = 9;
            assert_eq!(Agreement::of(&counts), Some(Agreement(Fraction::new(1, 1))));
            counts[0] = 9;
            assert_eq!(Agreement::of(&counts), Some(Agreement(Fraction::new(-1, 1))));
            assert_eq!(Agreement::of(&vec![4; levels]), Some(Agreement(Fraction::ZERO)));
        }
    }

    #[test]
    fn hundredths_are_those_of_the_exact_fraction() {
        let hundredths = |counts: &[u32]| Agreement::of(counts).map(Agreement::hundredths);
        // 1/8 and 1/200 lie half-way between two hundredths.
        assert_eq!(hundredths(&[7, 9]), Some(13));
        assert_eq!(hundredths(&[199, 201]), Some(1));
        assert_eq!(hundredths(&[1, 2]), Some(33));
        assert_eq!(hundredths(&[5, 0, 0, 0, 5]), Some(-100));
        assert_eq!(hundredths(&[0, 0, 0, 0, 9]), Some(100));
    }

    proptest! {
        #[test]
        fn it_is_the_same_from_either_end_and_however_often_each_answer_is_given(
            counts in prop::collection::vec(0..9u32, 2..=7),
            times in 1..1_000u32,
        ) {
            let turned: Vec<u32> = counts.iter().rev().copied().collect();
            let more: Vec<u32> = counts.iter().map(|count| count * times).collect();
            let agreement = Agreement::of(&counts);
            prop_assert_eq!(Agreement::of(&turned), agreement);
            prop_assert_eq!(Agreement::of(&more), agreement);
            if let Some(agreement) = agreement {
                prop_assert!((-1.0..=1.0).contains(&agreement.value()));
                let rounding = f64::from(agreement.hundredths()) - agreement.value() * 100.0;
                prop_assert!(rounding.abs() < 0.5 + 1e-9);
            }
        }
    }
}
