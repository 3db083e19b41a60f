//! The profile: each element on the line from the lowest level to the highest.

use crate::answers::Answers;
use crate::lists::Listed as _;
use crate::questionnaire::{ElementPosition, Level, Questionnaire, Scale};
use crate::scoring::{Range, Score, Tally};

/// The named levels along the line.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Each level's place in percent of the line, with its name.
    pub ticks: Vec<(f64, String)>,
}

/// A stretch of the line, both ends in percent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// Where it begins, from 0 to 100.
    pub from: f64,
    /// Where it ends, from `from` to 100.
    pub to: f64,
}

/// One element on the profile.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileRow {
    /// Which element.
    pub element: ElementPosition,
    /// Its name.
    pub title: String,
    /// The score, in percent of the line; `None` if not enough is known.
    pub score: Option<f64>,
    /// The score rounded half up to a whole number.
    pub rounded: Option<u32>,
    /// The level, under the same condition.
    pub level: Option<Level>,
    /// Where the score could lie if everything not known were known; `None` if everything is.
    pub not_known: Option<Reach>,
    /// How many indicators are answered "I do not know".
    pub dont_know: u32,
    /// How many have no answer.
    pub unanswered: u32,
    /// How many there are.
    pub total: u32,
}

/// The whole chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// The levels along the line.
    pub axis: Axis,
    /// One row for each element, in order.
    pub rows: Vec<ProfileRow>,
}

/// Where a level lies on the line, in percent; there are at least two.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "a scale has few levels")]
pub fn place_of_level(level: usize, levels: usize) -> f64 {
    level as f64 * 100.0 / (levels - 1) as f64
}

impl Axis {
    /// The levels of a scale, evenly spaced.
    #[must_use]
    pub fn of(scale: &Scale) -> Self {
        let place = |level: Level| place_of_level(level.number().into(), scale.count());
        let ticks = scale.levels().map(|level| (place(level), scale.name(level).to_owned())).listed();
        Self { ticks }
    }
}

impl Reach {
    fn of(range: Range) -> Option<Self> {
        let reach = Self { from: range.lowest.percent(), to: range.highest.percent() };
        (range.lowest != range.highest).then_some(reach)
    }
}

impl Profile {
    /// The profile of one member's answers.
    #[must_use]
    pub fn of(questionnaire: &Questionnaire, answers: &Answers) -> Self {
        let rows = questionnaire
            .element_positions()
            .map(|element| {
                let title = questionnaire.element(element).title.clone();
                ProfileRow::of(element, title, answers.tally(element))
            })
            .listed();
        Self { axis: Axis::of(questionnaire.scale()), rows }
    }
}

impl ProfileRow {
    fn of(element: ElementPosition, title: String, tally: Tally) -> Self {
        let score = tally.score();
        Self {
            element,
            title,
            score: score.map(Score::percent),
            rounded: score.map(Score::rounded),
            level: tally.level(),
            not_known: Reach::of(tally.range()),
            dont_know: tally.dont_know(),
            unanswered: tally.unanswered(),
            total: tally.total(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::Answer;
    use crate::app::samples::questionnaire;

    fn row_with(answers: &[Option<Answer>]) -> ProfileRow {
        let questionnaire = questionnaire(1, answers.len());
        let mut given = Answers::none(&questionnaire);
        for (indicator, answer) in questionnaire.indicator_positions().zip(answers) {
            given.set(indicator, *answer);
        }
        Profile::of(&questionnaire, &given).rows.remove(0)
    }

    #[test]
    fn a_known_element_is_a_point_without_a_reach() {
        let row = row_with(&[Some(Answer::Level(Level(3))); 4]);
        assert_eq!((row.score, row.not_known), (Some(75.0), None));
    }

    #[test]
    fn what_is_not_known_is_a_reach_around_the_point() {
        let level = |number| Some(Answer::Level(Level(number)));
        let row = row_with(&[level(3), level(2), Some(Answer::DontKnow), level(1)]);
        assert_eq!(row.score, Some(50.0));
        assert_eq!(row.not_known, Some(Reach { from: 37.5, to: 62.5 }));
    }

    #[test]
    fn an_element_with_too_little_known_has_a_reach_and_no_point() {
        let row = row_with(&[Some(Answer::DontKnow), None, None, None]);
        assert_eq!(row.score, None);
        assert_eq!(row.not_known, Some(Reach { from: 0.0, to: 100.0 }));
    }

    #[test]
    fn the_levels_are_evenly_spaced_from_end_to_end() {
        let axis = Axis::of(questionnaire(1, 1).scale());
        let places: Vec<f64> = axis.ticks.iter().map(|(place, _)| *place).collect();
        assert_eq!(places, [0.0, 25.0, 50.0, 75.0, 100.0]);
    }
}
