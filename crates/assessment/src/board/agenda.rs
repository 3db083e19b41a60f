use super::cell::Tag;
use super::picture::Picture;
use crate::questionnaire::{IndicatorPosition, Questionnaire};

/// Why an indicator is worth a board's time, the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The board sees it low, and members see it differently.
    SplitAndGap,
    /// The board sees it low.
    Gap,
    /// Members see it differently.
    Split,
    /// Too many do not know.
    NotKnown,
}

impl Reason {
    /// The most pressing reason that these tags give.
    #[must_use]
    pub fn of(tags: &[Tag]) -> Option<Reason> {
        match [Tag::Gap, Tag::Split, Tag::NotKnown].map(|tag| tags.contains(&tag)) {
            [true, true, _] => Some(Reason::SplitAndGap),
            [true, false, _] => Some(Reason::Gap),
            [false, true, _] => Some(Reason::Split),
            [false, false, true] => Some(Reason::NotKnown),
            [false, false, false] => None,
        }
    }
}

/// What to talk about and why, the most pressing first; where the reasons are alike, in the order of the
/// questionnaire. Only what everybody together says counts, and not the roles.
#[must_use]
pub fn agenda(picture: &Picture, questionnaire: &Questionnaire) -> Vec<(IndicatorPosition, Reason)> {
    let with_reason = |indicator: IndicatorPosition| {
        Reason::of(&picture.of(indicator).all.tags()).map(|reason| (indicator, reason))
    };
    let mut agenda: Vec<_> = questionnaire.indicator_positions().filter_map(with_reason).collect();
    agenda.sort_by_key(|(_, reason)| *reason);
    agenda
}
