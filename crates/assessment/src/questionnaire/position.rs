//! Where a thing stands in its questionnaire. Small, copied freely, and not to be mixed up.

/// The place of an element in its questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ElementPosition(pub(crate) usize);

/// The place of an indicator in its questionnaire, counted over all elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndicatorPosition(pub(crate) usize);

/// A level of the scale, 0 for the lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(pub(crate) u8);

impl ElementPosition {
    /// Counted from 0.
    #[must_use]
    pub fn index(self) -> usize {
        self.0
    }

    /// Counted from 1, as people count.
    #[must_use]
    pub fn number(self) -> usize {
        self.0 + 1
    }
}

impl IndicatorPosition {
    /// Counted from 0.
    #[must_use]
    pub fn index(self) -> usize {
        self.0
    }

    /// Counted from 1, as people count.
    #[must_use]
    pub fn number(self) -> usize {
        self.0 + 1
    }
}

impl Level {
    /// The number of the level, 0 for the lowest.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0
    }
}
