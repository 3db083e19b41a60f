//! One member's score.
//!
//! An element's score is kept as an exact fraction until it is shown, because a rounded one can fall on
//! the wrong side of a cut-off.

use crate::answers::{Answer, Answers};
use crate::lists::Listed as _;
use crate::questionnaire::{ElementPosition, Level, Questionnaire, Scale};

/// What is needed to score one element: how many of its indicators are known, and their sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    known: u32,
    dont_know: u32,
    total: u32,
    sum: u32,
    top: u32,
}

/// A score from 0 to 100 as an exact fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// The sum of the levels counted.
    pub sum: u32,
    /// How many indicators were counted, times the highest level.
    pub most: u32,
}

/// The scores that remain possible when everything not known is counted at either end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// If everything not known were at the lowest level.
    pub lowest: Score,
    /// If everything not known were at the highest level.
    pub highest: Score,
}

impl Score {
    /// From 0 to 100.
    #[must_use]
    pub fn percent(self) -> f64 {
        f64::from(self.sum) * 100.0 / f64::from(self.most)
    }

    /// From 0 to 100, rounded half up to a whole number.
    #[must_use]
    pub fn rounded(self) -> u32 {
        (200 * self.sum + self.most) / (2 * self.most)
    }
}

impl Tally {
    /// No answers yet to `total` indicators, at least one.
    #[must_use]
    pub fn empty(total: usize, scale: &Scale) -> Self {
        let total = u32::try_from(total).unwrap_or(u32::MAX);
        Self { known: 0, dont_know: 0, total, sum: 0, top: u32::from(scale.top().number()) }
    }

    pub(crate) fn add(&mut self, answer: Option<Answer>) {
        match answer {
            Some(Answer::Level(level)) => {
                self.known += 1;
                self.sum += u32::from(level.number());
            }
            Some(Answer::DontKnow) => self.dont_know += 1,
            None => {}
        }
    }

    pub(crate) fn remove(&mut self, answer: Option<Answer>) {
        match answer {
            Some(Answer::Level(level)) => {
                self.known -= 1;
                self.sum -= u32::from(level.number());
            }
            Some(Answer::DontKnow) => self.dont_know -= 1,
            None => {}
        }
    }

    /// Indicators answered with a level.
    #[must_use]
    pub fn known(&self) -> u32 {
        self.known
    }

    /// Indicators answered "I do not know".
    #[must_use]
    pub fn dont_know(&self) -> u32 {
        self.dont_know
    }

    /// Indicators without an answer.
    #[must_use]
    pub fn unanswered(&self) -> u32 {
        self.total - self.known - self.dont_know
    }

    /// All indicators of the element.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.total
    }

    /// The levels known, added up.
    #[must_use]
    pub fn sum(&self) -> u32 {
        self.sum
    }

    /// The mean of the known levels × 100/(K−1), if at least three quarters of the indicators are
    /// known.
    #[must_use]
    pub fn score(&self) -> Option<Score> {
        let enough = self.known > 0 && u64::from(self.known) * 4 >= u64::from(self.total) * 3;
        enough.then_some(Score { sum: self.sum, most: self.known * self.top })
    }

    /// The mean of the known levels, rounded half up, under the same condition as the score.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        self.score()?;
        u8::try_from((2 * self.sum + self.known) / (2 * self.known)).ok().map(Level)
    }

    /// The scores that remain possible over all the indicators.
    #[must_use]
    pub fn range(&self) -> Range {
        let most = self.total * self.top;
        let not_known = (self.total - self.known) * self.top;
        Range { lowest: Score { sum: self.sum, most }, highest: Score { sum: self.sum + not_known, most } }
    }
}

/// The mean of the elements' scores from 0 to 100, if at least three quarters of the elements have
/// one.
#[must_use]
pub fn overall(questionnaire: &Questionnaire, answers: &Answers) -> Option<f64> {
    let scores: Vec<f64> = questionnaire
        .element_positions()
        .filter_map(|element| answers.tally(element).score())
        .map(Score::percent)
        .listed();
    let enough = scores.len() * 4 >= questionnaire.elements().len() * 3;
    #[expect(clippy::cast_precision_loss, reason = "there are at most 2,000 elements")]
    enough.then(|| scores.iter().sum::<f64>() / scores.len() as f64)
}

/// The element with the lowest score; the first of them where several are equal.
#[must_use]
pub fn lowest_element(questionnaire: &Questionnaire, answers: &Answers) -> Option<ElementPosition> {
    let compare = |left: &Score, right: &Score| {
        // Fractions are compared crosswise, so that equal means are equal exactly.
        (u64::from(left.sum) * u64::from(right.most)).cmp(&(u64::from(right.sum) * u64::from(left.most)))
    };
    questionnaire
        .element_positions()
        .filter_map(|element| answers.tally(element).score().map(|score| (element, score)))
        .min_by(|(_, left), (_, right)| compare(left, right))
        .map(|(element, _)| element)
}

/// Whether a level is a strength: at least 0.75(K−1).
#[must_use]
pub fn is_strength(level: Level, scale: &Scale) -> bool {
    4 * u32::from(level.number()) >= 3 * u32::from(scale.top().number())
}

/// Whether a level is a gap: at most 0.375(K−1).
#[must_use]
pub fn is_gap(level: Level, scale: &Scale) -> bool {
    8 * u32::from(level.number()) <= 3 * u32::from(scale.top().number())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::samples::questionnaire_of;

    #[test]
    fn strengths_and_gaps_lie_where_the_rules_put_them_at_any_number_of_levels() {
        // Levels, the lowest strength (0.75(K−1) or more), the highest gap (0.375(K−1) or less).
        let cases = [(3, 2, 0), (4, 3, 1), (5, 3, 1), (6, 4, 1), (7, 5, 2)];
        for (levels, lowest_strength, highest_gap) in cases {
            let questionnaire = questionnaire_of(&[1], levels);
            let scale = questionnaire.scale();
            assert_eq!(scale.levels().find(|level| is_strength(*level, scale)), Some(Level(lowest_strength)));
            assert_eq!(scale.levels().filter(|level| is_gap(*level, scale)).max(), Some(Level(highest_gap)));
        }
    }
}
