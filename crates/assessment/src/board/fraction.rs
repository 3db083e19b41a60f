/// An exact fraction, with the smallest numbers that make it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fraction {
    over: i128,
    /// Above zero.
    under: i128,
}

impl Fraction {
    pub(super) const ZERO: Fraction = Fraction { over: 0, under: 1 };

    /// `under` is above zero.
    pub(super) fn new(over: i128, under: i128) -> Fraction {
        let shared = greatest_shared_divisor(over.abs(), under).max(1);
        Fraction { over: over / shared, under: under / shared }
    }

    pub(super) fn plus(self, other: Fraction) -> Fraction {
        Fraction::new(self.over * other.under + other.over * self.under, self.under * other.under)
    }

    pub(super) fn is_at_least(self, other: Fraction) -> bool {
        self.over * other.under >= other.over * self.under
    }

    /// A hundred times it as a whole number, halves rounded away from zero.
    pub(super) fn hundredths(self) -> i128 {
        let rounded = (200 * self.over.abs() + self.under) / (2 * self.under);
        rounded * self.over.signum()
    }

    #[expect(clippy::cast_precision_loss, reason = "it is shown with a few digits")]
    pub(super) fn as_float(self) -> f64 {
        self.over as f64 / self.under as f64
    }
}

fn greatest_shared_divisor(one: i128, other: i128) -> i128 {
    if other == 0 { one } else { greatest_shared_divisor(other, one % other) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_of_a_hundredth_are_rounded_away_from_zero() {
        for (over, under, hundredths) in
            [(1, 200, 1), (-1, 200, -1), (1, 201, 0), (-1, 201, 0), (-1, 8, -13), (2, 3, 67), (0, 7, 0)]
        {
            assert_eq!(Fraction::new(over, under).hundredths(), hundredths, "{over}/{under}");
        }
    }
}
