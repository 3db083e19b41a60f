//! One member's answers, with the sums that scoring needs kept as they change.

use crate::lists::Listed as _;
use crate::questionnaire::{ElementPosition, IndicatorPosition, Level, Questionnaire};
use crate::scoring::Tally;

/// An answer to one indicator. Not answered is `None` of this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// The described level closest to the trust.
    Level(Level),
    /// "I do not know": a finding of its own, never a zero.
    DontKnow,
}

/// Every answer of one member.
///
/// The tallies are kept as answers change, so that one answer costs the same however long the
/// questionnaire is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    given: Vec<Option<Answer>>,
    /// Which tally each answer counts in.
    elements: Vec<ElementPosition>,
    tallies: Vec<Tally>,
    answered: usize,
}

impl Answers {
    /// No answers yet.
    #[must_use]
    pub fn none(questionnaire: &Questionnaire) -> Self {
        let scale = questionnaire.scale();
        Self {
            given: vec![None; questionnaire.indicators().len()],
            elements: questionnaire.indicators().iter().map(|indicator| indicator.element).listed(),
            tallies: questionnaire
                .element_positions()
                .map(|element| Tally::empty(questionnaire.indicators_of(element).count(), scale))
                .listed(),
            answered: 0,
        }
    }

    /// The answer to an indicator, if there is one.
    #[must_use]
    pub fn get(&self, indicator: IndicatorPosition) -> Option<Answer> {
        #[cfg(test)]
        visits::count();
        self.given[indicator.index()]
    }

    /// Gives, changes or withdraws an answer.
    pub fn set(&mut self, indicator: IndicatorPosition, answer: Option<Answer>) {
        #[cfg(test)]
        visits::count();
        let before = std::mem::replace(&mut self.given[indicator.index()], answer);
        let tally = &mut self.tallies[self.elements[indicator.index()].index()];
        tally.remove(before);
        tally.add(answer);
        self.answered = self.answered - usize::from(before.is_some()) + usize::from(answer.is_some());
    }

    /// How many indicators have an answer, "I do not know" included.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.answered
    }

    /// How many indicators there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.given.len()
    }

    /// What scoring needs to know of one element.
    #[must_use]
    pub fn tally(&self, element: ElementPosition) -> Tally {
        self.tallies[element.index()]
    }

    /// The first indicator without an answer.
    #[must_use]
    pub fn first_unanswered(&self) -> Option<IndicatorPosition> {
        self.given.iter().position(Option::is_none).map(IndicatorPosition)
    }
}

/// Counts how many answers are looked at, for the test that one answer costs the same at any length.
#[cfg(test)]
pub(crate) mod visits {
    use std::cell::Cell;

    thread_local! {
        static COUNT: Cell<usize> = const { Cell::new(0) };
    }

    pub(super) fn count() {
        COUNT.set(COUNT.get() + 1);
    }

    pub(crate) fn during<T>(work: impl FnOnce() -> T) -> (usize, T) {
        COUNT.set(0);
        let outcome = work();
        (COUNT.get(), outcome)
    }
}
