//! What one member's answers say: strengths, gaps, what is not known, and what to take to the board.

use crate::answers::{Answer, Answers};
use crate::lists::{AddEach as _, Listed as _};
use crate::questionnaire::{IndicatorPosition, Level, Questionnaire};
use crate::scoring::{is_gap, is_strength};

/// How many strengths, gaps and suggestions are shown.
pub const MOST_SHOWN: usize = 3;

/// Every strength, highest level first; ties in order.
#[must_use]
pub fn strengths(questionnaire: &Questionnaire, answers: &Answers) -> Vec<IndicatorPosition> {
    let scale = questionnaire.scale();
    let mut found = Vec::new();
    for level in scale.levels().rev().filter(|level| is_strength(*level, scale)) {
        found.add_each(with_answer(questionnaire, answers, Some(Answer::Level(level))));
    }
    found
}

/// Every gap, lowest level first; ties in order.
#[must_use]
pub fn gaps(questionnaire: &Questionnaire, answers: &Answers) -> Vec<IndicatorPosition> {
    let scale = questionnaire.scale();
    lowest_first(questionnaire, answers, |level| is_gap(level, scale))
}

/// Every indicator answered "I do not know", in order.
#[must_use]
pub fn not_known(questionnaire: &Questionnaire, answers: &Answers) -> Vec<IndicatorPosition> {
    with_answer(questionnaire, answers, Some(Answer::DontKnow))
}

/// Every indicator without an answer, in order.
#[must_use]
pub fn unanswered(questionnaire: &Questionnaire, answers: &Answers) -> Vec<IndicatorPosition> {
    with_answer(questionnaire, answers, None)
}

/// What to take to the board unless the member chooses otherwise: the lowest known indicators, at
/// most one from an element, ties in order.
#[must_use]
pub fn suggestions(questionnaire: &Questionnaire, answers: &Answers) -> Vec<IndicatorPosition> {
    let mut elements = Vec::new();
    let mut suggested = Vec::new();
    for indicator in lowest_first(questionnaire, answers, |_| true) {
        let element = questionnaire.indicator(indicator).element;
        if suggested.len() < MOST_SHOWN && !elements.contains(&element) {
            elements.push(element);
            suggested.push(indicator);
        }
    }
    suggested
}

/// The indicators at the wanted levels, level by level from the lowest, which keeps ties in the
/// questionnaire's order without sorting anything.
fn lowest_first(
    questionnaire: &Questionnaire,
    answers: &Answers,
    is_wanted: impl Fn(Level) -> bool,
) -> Vec<IndicatorPosition> {
    let mut found = Vec::new();
    for level in questionnaire.scale().levels().filter(|level| is_wanted(*level)) {
        found.add_each(with_answer(questionnaire, answers, Some(Answer::Level(level))));
    }
    found
}

fn with_answer(
    questionnaire: &Questionnaire,
    answers: &Answers,
    wanted: Option<Answer>,
) -> Vec<IndicatorPosition> {
    questionnaire.indicator_positions().filter(|indicator| answers.get(*indicator) == wanted).listed()
}
