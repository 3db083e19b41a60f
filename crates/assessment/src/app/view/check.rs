use super::super::Model;
use super::answered_of_all;
use crate::answers::Answer;
use crate::lists::Listed as _;
use crate::questionnaire::{ElementPosition, IndicatorPosition};
use crate::text::Key;

/// Every answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckView {
    /// How much is answered in all.
    pub progress: String,
    /// The answer that was just looked at again.
    pub changed: Option<IndicatorPosition>,
    /// The first question that is not answered.
    pub first_open: Option<IndicatorPosition>,
    /// By element, in order.
    pub elements: Vec<CheckElement>,
}

/// One element's answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckElement {
    /// Which element.
    pub element: ElementPosition,
    /// Its name.
    pub title: String,
    /// Its answers, in order.
    pub rows: Vec<CheckRow>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckRow {
    /// Which indicator.
    pub indicator: IndicatorPosition,
    /// Its question.
    pub question: String,
    /// The answer in words.
    pub answer: String,
    /// Whether there is an answer.
    pub is_answered: bool,
    /// Whether its words are those of a level, and not "I do not know" or that there is none.
    pub is_level: bool,
    /// The note; may be empty.
    pub note: String,
}

/// What the check screen shows.
#[must_use]
pub fn check(model: &Model) -> CheckView {
    let elements = model.questionnaire.element_positions().map(|position| CheckElement {
        element: position,
        title: model.questionnaire.element(position).title.clone(),
        rows: model.questionnaire.indicators_of(position).map(|indicator| row(model, indicator)).listed(),
    });
    CheckView {
        progress: answered_of_all(model),
        changed: model.changed,
        first_open: model
            .questionnaire
            .indicator_positions()
            .find(|position| model.sheet.answers.get(*position).is_none()),
        elements: elements.listed(),
    }
}

fn row(model: &Model, position: IndicatorPosition) -> CheckRow {
    let indicator = model.questionnaire.indicator(position);
    let given = model.sheet.answers.get(position);
    let answer = match given {
        Some(Answer::Level(level)) => indicator.descriptions[usize::from(level.number())].clone(),
        Some(Answer::DontKnow) => model.catalogue.text(Key::DontKnow).to_owned(),
        None => model.catalogue.text(Key::NotAnswered).to_owned(),
    };
    CheckRow {
        indicator: position,
        question: indicator.question.clone(),
        answer,
        is_answered: given.is_some(),
        is_level: matches!(given, Some(Answer::Level(_))),
        note: model.sheet.note(position).to_owned(),
    }
}
