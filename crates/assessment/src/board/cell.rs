//! What may be shown of one indicator in one view.

use super::agreement::{Agreement, AgreementWord};
use super::counts::{Counts, is_not_known};
use crate::questionnaire::Level;

/// From how many known answers nothing is collapsed any more.
const FULL_FROM: u32 = 8;

/// How many responses, and how many known answers, there must be before anything is shown of them: at
/// least 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnonymityThreshold(u32);

impl AnonymityThreshold {
    /// The lowest that there is.
    pub const LOWEST: AnonymityThreshold = AnonymityThreshold(5);

    /// A higher one, for a round that wants it. `None` below the lowest.
    #[must_use]
    pub fn new(responses: u32) -> Option<AnonymityThreshold> {
        (responses >= Self::LOWEST.0).then_some(AnonymityThreshold(responses))
    }

    /// How many responses.
    #[must_use]
    pub fn responses(self) -> u32 {
        self.0
    }
}

/// What may be shown of one indicator in one view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Too few responses are in; or it is of one role, and too little is known of one of the two.
    Nothing,
    /// Too few of the responses know it.
    TooFew {
        /// How many said "I do not know".
        dont_know: u32,
        /// Whether that is a third or more of the answers.
        is_not_known: bool,
    },
    /// The levels in two or three classes.
    Collapsed(Collapsed),
    /// Every level.
    Full(Full),
}

/// The counts of the classes of levels: those below 0.4(K−1), those above 0.6(K−1), and those between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collapsed {
    /// How many chose a low level.
    pub low: u32,
    /// How many chose a level between; `None` where the scale has none.
    pub middle: Option<u32>,
    /// How many chose a high level.
    pub high: u32,
    /// How many said "I do not know".
    pub dont_know: u32,
}

/// The counts of every level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Full {
    /// How many chose each level, from the lowest; somebody did.
    pub counts: Vec<u32>,
    /// How many said "I do not know".
    pub dont_know: u32,
}

/// What stands out about an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tag {
    /// The board sees it at a low level.
    Gap,
    /// The board sees it at a high level, and agrees.
    Strength,
    /// Members see it differently.
    Split,
    /// A third or more of the answers are "I do not know".
    NotKnown,
}

impl Cell {
    /// What may be shown of these counts, if nothing is shown beside them of a part of those who answered.
    #[must_use]
    pub fn release(counts: &Counts, threshold: AnonymityThreshold) -> Cell {
        if counts.responses() < threshold.0 {
            Cell::Nothing
        } else if counts.known() < threshold.0 {
            Cell::TooFew { dont_know: counts.dont_know, is_not_known: counts.is_not_known() }
        } else if counts.known() < FULL_FROM {
            Cell::Collapsed(Collapsed::of(counts))
        } else {
            Cell::Full(Full { counts: counts.levels.clone(), dont_know: counts.dont_know })
        }
    }

    /// Whether it shows nothing, or collapsed levels alone.
    pub(super) fn is_at_most_collapsed(&self) -> bool {
        matches!(self, Cell::Nothing | Cell::Collapsed(_))
    }

    /// How far the answers agree, in a word.
    #[must_use]
    pub fn agreement_word(&self) -> Option<AgreementWord> {
        match self {
            Cell::Nothing | Cell::TooFew { .. } => None,
            Cell::Collapsed(collapsed) => collapsed.agreement_word(),
            Cell::Full(full) => full.agreement().map(Agreement::word),
        }
    }

    /// What stands out, in the order of [`Tag`].
    #[must_use]
    pub fn tags(&self) -> Vec<Tag> {
        let (is_gap, is_high, is_not_known) = match self {
            Cell::Nothing => return vec![],
            Cell::TooFew { is_not_known, .. } => (false, false, *is_not_known),
            Cell::Collapsed(cell) => {
                let known = cell.known();
                (2 * cell.low > known, 2 * cell.high > known, is_not_known(known, cell.dont_know))
            }
            Cell::Full(full) => {
                let (median, top) = (full.doubled_median(), full.top());
                // Twice the median is compared, so 0.375(K−1) and 0.75(K−1) are doubled too.
                (4 * median <= 3 * top, 2 * median >= 3 * top, is_not_known(full.known(), full.dont_know))
            }
        };
        let word = self.agreement_word();
        let is_strength = is_high && word == Some(AgreementWord::Shared);
        let is_split = word == Some(AgreementWord::Split);
        let tags = [
            (Tag::Gap, is_gap),
            (Tag::Strength, is_strength),
            (Tag::Split, is_split),
            (Tag::NotKnown, is_not_known),
        ];
        tags.into_iter().filter(|(_, applies)| *applies).map(|(tag, _)| tag).collect()
    }
}

impl Collapsed {
    pub(super) fn of(counts: &Counts) -> Collapsed {
        let top = counts.levels.len() - 1;
        let (mut low, mut middle, mut high) = (0, None, 0);
        for (level, count) in counts.levels.iter().enumerate() {
            if 5 * level < 2 * top {
                low += count;
            } else if 5 * level > 3 * top {
                high += count;
            } else {
                middle = Some(middle.unwrap_or(0) + count);
            }
        }
        Collapsed { low, middle, high, dont_know: counts.dont_know }
    }

    /// How many chose a level.
    #[must_use]
    pub fn known(&self) -> u32 {
        self.low + self.middle.unwrap_or(0) + self.high
    }

    fn agreement_word(&self) -> Option<AgreementWord> {
        let classes: Vec<u32> =
            [Some(self.low), self.middle, Some(self.high)].into_iter().flatten().collect();
        Agreement::of(&classes).map(Agreement::word)
    }
}

impl Full {
    /// How many chose a level.
    #[must_use]
    pub fn known(&self) -> u32 {
        self.counts.iter().sum()
    }

    /// How far the answers agree.
    #[must_use]
    pub fn agreement(&self) -> Option<Agreement> {
        Agreement::of(&self.counts)
    }

    /// The level in the middle when all answers stand in a row; between two, their mean.
    #[must_use]
    pub fn median(&self) -> f64 {
        f64::from(self.doubled_median()) / 2.0
    }

    /// The two levels in the middle when all answers stand in a row, the lower first; of an odd number of
    /// answers both are the same.
    #[must_use]
    pub fn middle_levels(&self) -> (Level, Level) {
        let counts: Vec<u64> = self.counts.iter().copied().map(u64::from).collect();
        let [lower, upper] =
            middle_levels(&counts).map(|level| Level(u8::try_from(level).unwrap_or(u8::MAX)));
        (lower, upper)
    }

    /// Twice the median, which is a whole number.
    pub(super) fn doubled_median(&self) -> u32 {
        self.doubled_median_with(0, 0)
    }

    /// Twice the median if so many more had chosen the lowest level, and so many the highest.
    pub(super) fn doubled_median_with(&self, lowest: u32, highest: u32) -> u32 {
        // A board may be of any size, and the sum of two such numbers is too large for 32 bits.
        let mut counts: Vec<u64> = self.counts.iter().copied().map(u64::from).collect();
        if let Some(count) = counts.first_mut() {
            *count += u64::from(lowest);
        }
        if let Some(count) = counts.last_mut() {
            *count += u64::from(highest);
        }
        middle_levels(&counts).iter().sum()
    }

    /// The number of the highest level.
    pub(super) fn top(&self) -> u32 {
        number(self.counts.len() - 1)
    }
}

fn middle_levels(counts: &[u64]) -> [u32; 2] {
    let known: u64 = counts.iter().sum();
    [known.saturating_sub(1) / 2, known / 2].map(|before| level_in_the_row(counts, before))
}

/// The level of the answer that so many others come before.
fn level_in_the_row(counts: &[u64], before: u64) -> u32 {
    let mut seen = 0;
    let level = counts.iter().position(|count| {
        seen += count;
        seen > before
    });
    level.map_or(0, number)
}

fn number(level: usize) -> u32 {
    u32::try_from(level).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(levels: &[u32], dont_know: u32) -> Counts {
        Counts { levels: levels.to_vec(), dont_know, unanswered: 0 }
    }

    #[test]
    fn a_higher_threshold_holds_back_what_the_lowest_would_show() {
        let threshold = AnonymityThreshold::new(10).expect("10 is more than 5");
        let nine = counts(&[0, 0, 4, 5, 0], 0);
        assert_eq!(Cell::release(&nine, threshold), Cell::Nothing);
        let nine_of_ten = counts(&[0, 0, 4, 5, 0], 1);
        assert_eq!(
            Cell::release(&nine_of_ten, threshold),
            Cell::TooFew { dont_know: 1, is_not_known: false }
        );
        let ten = counts(&[0, 0, 4, 6, 0], 0);
        assert!(matches!(Cell::release(&ten, threshold), Cell::Full(_)));
    }

    #[test]
    fn a_threshold_below_five_is_none() {
        assert_eq!(AnonymityThreshold::new(4), None);
        assert_eq!(AnonymityThreshold::new(5), Some(AnonymityThreshold::LOWEST));
    }

    #[test]
    fn answers_that_no_count_tells_apart_give_the_same_cell() {
        // Five to seven answers: which of the low levels was chosen is not told.
        for (one, other) in [([5, 0, 0, 0, 1], [0, 5, 0, 0, 1]), ([1, 2, 0, 1, 2], [3, 0, 0, 3, 0])] {
            let release = |levels| Cell::release(&counts(levels, 1), AnonymityThreshold::LOWEST);
            assert_eq!(release(&one), release(&other));
        }
    }
}
