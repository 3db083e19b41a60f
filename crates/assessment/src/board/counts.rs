use crate::answers::Answer;
use crate::questionnaire::Scale;
use std::fmt;

/// How many of the responses in a view gave each answer to one indicator. Only the board's own code sees
/// this; what may be shown of it is a [`Cell`](super::Cell).
#[derive(Clone, PartialEq, Eq)]
pub struct Counts {
    /// How many chose each level, from the lowest.
    pub(super) levels: Vec<u32>,
    pub(super) dont_know: u32,
    pub(super) unanswered: u32,
}

impl Counts {
    /// No response yet.
    #[must_use]
    pub fn none(scale: &Scale) -> Counts {
        Counts { levels: vec![0; scale.levels().count()], dont_know: 0, unanswered: 0 }
    }

    /// Counts what one more response says of the indicator.
    pub fn add(&mut self, answer: Option<Answer>) {
        match answer {
            Some(Answer::Level(level)) => self.levels[usize::from(level.number())] += 1,
            Some(Answer::DontKnow) => self.dont_know += 1,
            None => self.unanswered += 1,
        }
    }

    /// Both together.
    pub(super) fn plus(&self, other: &Counts) -> Counts {
        Counts {
            levels: self.levels.iter().zip(&other.levels).map(|(one, other)| one + other).collect(),
            dont_know: self.dont_know + other.dont_know,
            unanswered: self.unanswered + other.unanswered,
        }
    }

    /// Whether no count is below that of `before`.
    pub(super) fn include(&self, before: &Counts) -> bool {
        let is_less = |(now, before): (&u32, &u32)| now < before;
        !self.levels.iter().zip(&before.levels).any(is_less)
            && self.dont_know >= before.dont_know
            && self.unanswered >= before.unanswered
    }

    /// How many chose a level.
    pub(super) fn known(&self) -> u32 {
        self.levels.iter().sum()
    }

    pub(super) fn responses(&self) -> u32 {
        self.known() + self.dont_know + self.unanswered
    }

    /// Whether a third or more of the answers are "I do not know".
    pub(super) fn is_not_known(&self) -> bool {
        is_not_known(self.known(), self.dont_know)
    }
}

/// Without the answers, so that none of them gets into a message.
impl fmt::Debug for Counts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Counts").field("responses", &self.responses()).finish_non_exhaustive()
    }
}

pub(super) fn is_not_known(known: u32, dont_know: u32) -> bool {
    dont_know > 0 && 3 * dont_know >= known + dont_know
}
