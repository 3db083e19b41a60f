//! What one member's answers say: strengths, gaps, what is not known, and what to take to the board.

use crate::answers::{Answer, Answers};
use crate::questionnaire::{IndicatorPosition, Level, Questionnaire};
use crate::scoring::{is_gap, is_strength};

/// How many strengths, gaps and suggestions are shown.
pub const MOST_SHOWN: usize = 3;

/// The known indicators with their levels, in order.
fn known<'a>(
    questionnaire: &'a Questionnaire,
    answers: &'a Answers,
) -> impl Iterator<Item = (IndicatorPosition, Level)> + 'a {
    questionnaire.indicator_positions().filter_map(|indicator| match answers.get(indicator) {
        Some(Answer::Level(level)) => Some((indicator, level)),
        _ => None,
    })
}

/// Every strength, highest level first; ties in order.
#[must_use]
pub fn strengths(questionnaire: &Questionnaire, answers: &Answers) -> Vec<IndicatorPosition> {
    let mut found: Vec<_> = known(questionnaire, answers)
        .filter(|(_, level)| is_strength(*level, questionnaire.scale()))
        .collect();
    found.sort_by_key(|(_, level)| std::cmp::Reverse(*level));
    found.into_iter().map(|(indicator, _)| indicator).collect()
}

/// Every gap, lowest level first; ties in order.
#[must_use]
pub fn gaps(questionnaire: &Questionnaire, answers: &Answers) -> Vec<IndicatorPosition> {
    lowest_first(questionnaire, answers)
        .into_iter()
        .filter(|(_, level)| is_gap(*level, questionnaire.scale()))
        .map(|(indicator, _)| indicator)
        .collect()
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
    for (indicator, _) in lowest_first(questionnaire, answers) {
        let element = questionnaire.indicator(indicator).element;
        if suggested.len() < MOST_SHOWN && !elements.contains(&element) {
            elements.push(element);
            suggested.push(indicator);
        }
    }
    suggested
}

fn lowest_first(questionnaire: &Questionnaire, answers: &Answers) -> Vec<(IndicatorPosition, Level)> {
    let mut found: Vec<_> = known(questionnaire, answers).collect();
    // Stable, so that ties stay in the questionnaire's order.
    found.sort_by_key(|(_, level)| *level);
    found
}

fn with_answer(
    questionnaire: &Questionnaire,
    answers: &Answers,
    wanted: Option<Answer>,
) -> Vec<IndicatorPosition> {
    questionnaire.indicator_positions().filter(|indicator| answers.get(*indicator) == wanted).collect()
}
